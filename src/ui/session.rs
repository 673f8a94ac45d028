//! The browser's part: joins the shared request with the worker, the address and the figures.
//!
//! 1. Reads the page's data and hydrates each figure that is on the page, each in a task of its own.
//! 2. Sends the text to the tokenizer whenever it changes and no result is known.
//! 3. Reads a shared request from the address, on load and when it changes.
//!
//! Invariant: nothing is fetched before the reader's text differs from the example.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, JsString};
use leptos::prelude::*;

use super::token_lab::take_dropped;
use super::widgets::{effect, hydrate_root};
use super::{LinkNotice, Notice, OnWish, Page, Progress, Shared, StageFigure, Wish};
use crate::handover::{JourneyState, PageData};
use crate::request::{Field, parse};
use crate::tokenizer::Reading;
use crate::worker::client::Client;
use crate::worker::protocol::{Failure, Reply};

/// Begins to bring the page to life; [`start_next`] goes on. `data` is the page's data as the build wrote it;
/// `root` is the address of the site's root, with a slash at its end; `take_worker` gives the tokenizer's worker, if
/// one was started already.
///
/// # Panics
/// If `data` is not what this build wrote; the page then stays as it was rendered.
pub fn start(data: &str, root: &str, take_worker: Function) {
    let page = Page::new(PageData::from_text(data));

    // Lives as long as the page; every figure hangs its own owner beside it.
    let owner = Owner::new_root(None);
    let shared = owner.with(|| Shared::new(page));
    hydrate_root("notice-root", move || view! { <LinkNotice shared/> });
    // Before the lab tells what was typed so far.
    CLIENT.set(Some(owner.with(|| count_texts(shared, root.to_owned(), take_worker))));
    START.set(Some(Start { shared, owner, figures: StageFigure::ALL.iter().rev() }));
}

/// A page that is being brought to life.
struct Start {
    shared: Shared,
    owner: Owner,
    /// The lab last: as soon as it is alive it tells what was typed so far, and the first render of every
    /// figure must be the one that the build wrote.
    figures: std::iter::Rev<std::slice::Iter<'static, StageFigure>>,
}

/// Goes on with the start, a figure at a time, so that no task is long; the last step reads the address. Says
/// whether there is more to do.
pub fn start_next() -> bool {
    let Some(mut start) = START.take() else { return false };
    if let Some(figure) = start.figures.next() {
        figure.hydrate(start.shared);
        START.set(Some(start));
        return true;
    }
    let Start { shared, owner, .. } = start;
    owner.with(|| {
        read_address(shared);
        let on_change = window_event_listener(leptos::ev::hashchange, move |_| read_address(shared));
        std::mem::forget(on_change);
    });
    std::mem::forget(owner);
    SHARED.set(Some(shared));
    false
}

// What the functions below are about: a module has one page. An object for JavaScript to hold instead would
// be a class, with code to make, borrow and free it, for a few calls.
thread_local! {
    static START: Cell<Option<Start>> = const { Cell::new(None) };
    static SHARED: Cell<Option<Shared>> = const { Cell::new(None) };
    static CLIENT: RefCell<Option<Client>> = const { RefCell::new(None) };
}

/// Takes what was dropped on the lab: nothing if it was not text.
pub fn take_text(words: Option<JsString>) {
    if let Some(shared) = SHARED.get() {
        take_dropped(words, shared);
    }
}

/// Calls `listener` with the request and its journey, now and at every change.
pub fn follow(listener: impl Fn(JourneyState) + 'static) {
    if let Some(shared) = SHARED.get() {
        shared.is_followed.set(true);
        effect(move || {
            if let Some(journey) = shared.journey.get() {
                listener(journey);
            }
        });
    }
}

/// A way for an exhibit to have texts of its own counted by the page's tokenizer: each text that is given to it
/// takes the place of the one before, and the reader's request is not touched. `on_reply` hears of the latest.
pub fn ask_tokenizer(on_reply: impl Fn(Reply, Reading) + 'static) -> Option<Box<dyn Fn(Reading)>> {
    let client = CLIENT.with_borrow(|client| client.as_ref().map(|client| client.for_another(on_reply)))?;
    Some(Box::new(move |reading| client.count(reading)))
}

/// Asks for the tokens of every new text or encoding, and for what the figures want; gives the road on which.
fn count_texts(shared: Shared, root: String, take_worker: Function) -> Client {
    let files = shared.page.data().files.clone();
    let client = Client::new(root, take_worker, files, move |reply, reading| shared.receive(reply, reading));
    let last = RefCell::new(shared.request.with_untracked(|request| request.reading.clone()));
    shared.on_wish(grant(shared, client.clone()));
    let road = client.clone();
    effect(move || {
        let reading = shared.request.with(|request| request.reading.clone());
        if last.replace(reading.clone()) != reading {
            untrack(|| count(shared, &client));
        }
    });
    road
}

/// Shows the tokens of the present text: at once if the page has them, or else when they are counted.
fn count(shared: Shared, client: &Client) {
    if let Some(result) = shared.known_result() {
        client.cancel();
        shared.show(result);
        return;
    }
    shared.progress.set(Progress::Busy(0));
    client.count(shared.request.with_untracked(|request| request.reading.clone()));
}

fn grant(shared: Shared, client: Client) -> OnWish {
    Rc::new(move |wish| match wish {
        Wish::Stop => {
            client.cancel();
            shared.progress.set(Progress::Failed(Failure::Cancelled));
        }
        Wish::Retry => count(shared, &client),
        Wish::Ask(question) => {
            client.ask(shared.request.with_untracked(|request| request.reading.clone()), question);
        }
    })
}

/// Takes over a request shared in the address; an ordinary anchor is left to the browser.
fn read_address(shared: Shared) {
    let fragment = window().location().hash().unwrap_or_default();
    let Some(mut from_link) = parse(&fragment) else { return };
    let known_model = |id: &String| shared.page.data().facts.model_by_id(id).is_some();
    if from_link.model.as_ref().is_some_and(|id| !id.is_empty() && !known_model(id)) {
        from_link.model = None;
        from_link.ignored.push(Field::Model);
    }
    let before = shared.request.with_untracked(|request| request.reading.text.clone());
    shared.request.update(|request| {
        request.reading.encoding = from_link.encoding.unwrap_or(request.reading.encoding);
        request.reading.special_tokens = from_link.special_tokens.unwrap_or_default();
        request.provider = from_link.provider.unwrap_or(request.provider);
        request.scenario = from_link.scenario.unwrap_or(request.scenario);
        request.stage = from_link.stage;
        if let Some(model) = from_link.model {
            request.model = model;
        }
    });
    if let Some(text) = from_link.text {
        shared.rewrite_text(&text);
        let is_readers_own = !before.is_empty()
            && before != shared.page.data().samples.text.text
            && shared.request.with_untracked(|request| request.reading.text != before);
        if is_readers_own {
            shared.notice.set(Some(Notice::LinkReplaced(before)));
        }
    }
    if !from_link.ignored.is_empty() {
        shared.notice.set(Some(Notice::LinkBad(from_link.ignored)));
    }
}
