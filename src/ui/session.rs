//! The browser's part: joins the shared request with the worker, the address and the figures.
//!
//! 1. Reads the page's data and hydrates each figure that is on the page.
//! 2. Sends the text to the tokenizer whenever it changes and no result is known.
//! 3. Reads a shared request from the address, on load and when it changes.
//!
//! Invariant: nothing is fetched before the reader's text differs from the example.

use std::cell::RefCell;

use leptos::mount::hydrate_from;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use super::journey::Journey;
use super::parts::effect;
use super::token_lab::TokenLab;
use super::{LinkNotice, Notice, Page, PageData, Progress, Shared, ThemeSwitch};
use crate::journey::Model;
use crate::request::{Field, parse};
use crate::tokenizer::Encoding;
use crate::worker::client::Client;
use crate::worker::protocol::{EngineFiles, Job, VocabularyFile};

/// Brings the page to life. `data` is the page's data as the build wrote it; `root` is the address
/// of the site's root, with a slash at its end.
///
/// # Panics
/// If `data` is not what this build wrote; the page then stays as it was rendered.
pub fn start(data: &str, root: &str) {
    let page = Page::new(PageData::from_text(data));

    // Lives as long as the page; every figure hangs its own owner beside it.
    let owner = Owner::new_root(None);
    let shared = owner.with(|| Shared::new(page));
    hydrate_root("theme-root", move || view! { <ThemeSwitch page/> });
    hydrate_root("notice-root", move || view! { <LinkNotice page shared/> });
    hydrate_root("token-lab-root", move || view! { <TokenLab page shared/> });
    hydrate_root("journey-root", move || view! { <Journey page shared/> });
    owner.with(|| {
        count_texts(page, shared, root.to_owned());
        read_address(page, shared);
        let on_change = window_event_listener(leptos::ev::hashchange, move |_| read_address(page, shared));
        std::mem::forget(on_change);
    });
    std::mem::forget(owner);
}

/// Hydrates the element `id`, if this page has it.
fn hydrate_root<V: IntoView + 'static>(id: &str, figure: impl FnOnce() -> V + 'static) {
    let element = document().get_element_by_id(id).and_then(|element| element.dyn_into().ok());
    if let Some(element) = element {
        hydrate_from(element, figure).forget();
    }
}

/// Asks for the tokens of every new text or encoding.
fn count_texts(page: Page, shared: Shared, root: String) {
    // The reply does not repeat the text; the latest job's is kept here.
    let sent = StoredValue::new((String::new(), Encoding::default()));
    let client = Client::new(engine_files(page, &root), move |reply| {
        let (text, encoding) = sent.get_value();
        shared.receive(reply, text, encoding);
    });
    let last = RefCell::new((page.data().sample.text.clone(), Encoding::default(), 0));
    effect(move || {
        let wanted = shared.request.with(|r| (r.text.clone(), r.encoding, shared.retries.get()));
        if last.replace(wanted.clone()) == wanted {
            return;
        }
        let (text, encoding, _) = wanted;
        if let Some(result) = shared.known_result(page) {
            client.cancel();
            shared.result.set(std::sync::Arc::new(result));
            shared.progress.set(Progress::Ready);
            return;
        }
        shared.progress.set(Progress::Busy);
        sent.set_value((text.clone(), encoding));
        let vocabulary = vocabulary_file(page, &root, encoding);
        client.tokenize(|id| Job { id, encoding, vocabulary, text });
    });
}

fn engine_files(page: Page, root: &str) -> EngineFiles {
    let assets = &page.data().assets;
    EngineFiles {
        worker: format!("{root}{}", assets.worker),
        engine: format!("{root}{}", assets.engine),
        glue: format!("{root}{}", assets.glue),
        wasm: format!("{root}{}", assets.wasm),
    }
}

fn vocabulary_file(page: Page, root: &str, encoding: Encoding) -> VocabularyFile {
    let index = Encoding::OFFERED.iter().position(|&other| other == encoding).unwrap_or(0);
    let asset = &page.data().assets.vocabularies[index];
    VocabularyFile { url: format!("{root}{}", asset.path), unpacked_bytes: asset.unpacked_bytes }
}

/// Takes over a request shared in the address; an ordinary anchor is left to the browser.
fn read_address(page: Page, shared: Shared) {
    let fragment = window().location().hash().unwrap_or_default();
    let Some(mut from_link) = parse(&fragment) else { return };
    let known_model = |id: &String| page.data().models.iter().any(|model: &Model| model.id == *id);
    if from_link.model.as_ref().is_some_and(|id| !id.is_empty() && !known_model(id)) {
        from_link.model = None;
        from_link.ignored.push(Field::Model);
    }
    let before = shared.request.get_untracked();
    shared.request.update(|request| {
        request.encoding = from_link.encoding.unwrap_or(request.encoding);
        request.provider = from_link.provider.unwrap_or(request.provider);
        request.scenario = from_link.scenario.unwrap_or(request.scenario);
        request.stage = from_link.stage;
        if let Some(model) = from_link.model {
            request.model = model;
        }
    });
    if let Some(text) = from_link.text {
        shared.rewrite_text(&text);
        let is_readers_own = !before.text.is_empty()
            && before.text != page.data().sample.text
            && shared.request.with_untracked(|request| request.text != before.text);
        if is_readers_own {
            shared.notice.set(Some(Notice::LinkReplaced(before.text)));
        }
    }
    if !from_link.ignored.is_empty() {
        shared.notice.set(Some(Notice::LinkBad(from_link.ignored)));
    }
}
