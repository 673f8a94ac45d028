//! The page's side of the tokenizer: does in the browser what a [`Channel`] decides.
//!
//! 1. Nothing starts before the first text: the tokenizer must not compete with the first paint.
//! 2. Every job is sent at once; the engine drops a text when the same asker sends a newer one.
//! 3. Where a worker is refused (a sandboxed frame, a policy), the same engine runs on this thread,
//!    in slices.
//!
//! Invariant: an asker's `on_reply` hears of its own latest text only, and gets that text with every reply.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use super::channel::{Channel, Step};
use super::messages;
use super::protocol::{Asker, ENGINE_SCRIPT, Files, Question, Reply, WORKER_SCRIPT};
use super::spawn;
use crate::tokenizer::Reading;

/// How long the engine works on this thread before the page gets its turn.
const SLICE_MS: f64 = 8.0;

#[wasm_bindgen(inline_js = "export function import_module(url) { return import(url); }")]
extern "C" {
    fn import_module(url: &str) -> Promise;
}

/// An asker's road to the tokenizer; clones share it.
#[derive(Clone)]
pub struct Client {
    shared: Rc<Inner>,
    asker: Asker,
}

type OnReply = Rc<dyn Fn(Reply, Reading)>;

/// What all askers share.
struct Inner {
    /// The address of the site's root, with a slash at its end.
    root: String,
    /// Gives the worker that was started before the app was here (`src/site/ahead.js`), once.
    take_worker: Function,
    files: Files,
    /// One for each asker.
    on_reply: RefCell<Vec<OnReply>>,
    channel: RefCell<Channel>,
    port: RefCell<Port>,
}

/// Where jobs go.
enum Port {
    Nowhere,
    Worker { worker: Worker, _handlers: [Closure<dyn FnMut(JsValue)>; 2] },
    ThisThread { take: Function, _reply: Closure<dyn FnMut(JsValue)> },
}

impl Client {
    /// The road of the first asker. It starts nothing yet.
    pub fn new(root: String, take_worker: Function, files: Files, on_reply: impl Fn(Reply, Reading) + 'static) -> Self {
        let shared = Inner {
            root,
            take_worker,
            files,
            on_reply: RefCell::default(),
            channel: RefCell::default(),
            port: RefCell::new(Port::Nowhere),
        };
        Self::admit(Rc::new(shared), Rc::new(on_reply))
    }

    /// The same road for one more asker, to the same tokenizer.
    #[must_use]
    pub fn for_another(&self, on_reply: impl Fn(Reply, Reading) + 'static) -> Self {
        Self::admit(self.shared.clone(), Rc::new(on_reply))
    }

    fn admit(shared: Rc<Inner>, on_reply: OnReply) -> Self {
        let asker = shared.channel.borrow_mut().admit();
        shared.on_reply.borrow_mut().push(on_reply);
        Self { shared, asker }
    }

    /// Asks for the tokens of a text; no reply about an earlier one will be heard.
    pub fn count(&self, reading: Reading) {
        self.advance(|channel| channel.count(self.asker, reading));
    }

    /// Forgets the latest text: no reply about it will be heard, and no work goes on for it.
    pub fn cancel(&self) {
        self.advance(|channel| channel.cancel(self.asker));
    }

    /// Asks something about a text, which is counted first unless it is the latest.
    pub fn ask(&self, reading: Reading, question: Question) {
        self.advance(|channel| channel.ask(self.asker, reading, question));
    }

    fn advance(&self, event: impl FnOnce(&mut Channel) -> Vec<Step>) {
        let steps = event(&mut self.shared.channel.borrow_mut());
        for step in steps {
            match step {
                Step::StartWorker => {
                    if !self.start_worker() {
                        self.advance(Channel::worker_failed);
                        return;
                    }
                }
                Step::ImportEngine => self.import_engine(),
                Step::Close => self.close(),
                Step::Send(asker, id, job) => {
                    let (message, buffers) = messages::job_to_js(asker, id, &job);
                    self.post(&message, &buffers);
                }
                Step::Deliver(Asker(asker), reply, reading) => {
                    // Who hears may admit another.
                    let on_reply = self.shared.on_reply.borrow()[asker as usize].clone();
                    on_reply(reply, reading);
                }
            }
        }
    }

    /// Opens a port, whose other end first learns where the files are.
    fn open(&self, port: Port) {
        self.shared.port.replace(port);
        self.post(&messages::files_to_js(&self.shared.files), &Array::new());
    }

    fn post(&self, message: &Array, buffers: &Array) {
        let posted = match &*self.shared.port.borrow() {
            Port::Nowhere => Ok(()),
            Port::Worker { worker, .. } => worker.post_message_with_transfer(message, buffers),
            Port::ThisThread { take, .. } => take.call1(&JsValue::NULL, message).map(drop),
        };
        debug_assert!(posted.is_ok(), "a job can be cloned, and the engine reports its errors as replies");
    }

    /// Whether a worker was started; it may still turn out to be refused.
    fn start_worker(&self) -> bool {
        let Some(worker) = self.early_worker().or_else(|| self.new_worker()) else { return false };
        let client = self.clone();
        let on_message = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            client.receive(&event.unchecked_into::<MessageEvent>().data());
        });
        let client = self.clone();
        let on_error = Closure::<dyn FnMut(JsValue)>::new(move |_| client.advance(Channel::worker_failed));
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        self.open(Port::Worker { worker, _handlers: [on_message, on_error] });
        true
    }

    fn early_worker(&self) -> Option<Worker> {
        self.shared.take_worker.call0(&JsValue::NULL).ok()?.dyn_into().ok()
    }

    fn new_worker(&self) -> Option<Worker> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        Worker::new_with_options(&self.address_of(WORKER_SCRIPT), &options).ok()
    }

    fn import_engine(&self) {
        let client = self.clone();
        spawn(async move {
            let port = client.engine_on_this_thread().await.ok();
            let is_there = port.is_some();
            if let Some(port) = port {
                client.open(port);
            }
            client.advance(|channel| channel.engine_imported(is_there));
        });
    }

    async fn engine_on_this_thread(&self) -> Result<Port, JsValue> {
        let module = JsFuture::from(import_module(&self.address_of(ENGINE_SCRIPT))).await?;
        let create: Function = Reflect::get(&module, &"createEngine".into())?.dyn_into()?;
        let client = self.clone();
        let reply = Closure::<dyn FnMut(JsValue)>::new(move |reply: JsValue| client.receive(&reply));
        let take = create.call2(&JsValue::NULL, reply.as_ref(), &SLICE_MS.into())?.dyn_into()?;
        Ok(Port::ThisThread { take, _reply: reply })
    }

    fn close(&self) {
        let port = self.shared.port.replace(Port::Nowhere);
        if let Port::Worker { worker, .. } = &port {
            worker.set_onmessage(None);
            worker.set_onerror(None);
            worker.terminate();
        }
        // Later, because the handler that is running belongs to this port.
        spawn(async move { drop(port) });
    }

    fn receive(&self, message: &JsValue) {
        if let Some((id, reply)) = messages::reply_from_js(message.unchecked_ref::<Array>()) {
            self.advance(|channel| channel.receive(id, reply));
        }
    }

    fn address_of(&self, script: &str) -> String {
        [&self.shared.root, script].concat()
    }
}
