//! The page's side of the tokenizer.
//!
//! 1. Nothing starts before the first text: the tokenizer must not compete with the first paint.
//! 2. Every job is sent at once; the engine drops a text when a newer one comes.
//! 3. Where a worker is refused (a sandboxed frame, a policy), the same engine runs on this thread,
//!    in slices.
//!
//! Invariant: `on_reply` hears of the latest text only; older answers are dropped here.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use super::messages;
use super::protocol::{Count, EngineFiles, Failure, Job, Reply};
use super::spawn;

/// How long the engine works on this thread before the page gets its turn.
const SLICE_MS: f64 = 8.0;

#[wasm_bindgen(inline_js = "export function import_module(url) { return import(url); }")]
extern "C" {
    fn import_module(url: &str) -> Promise;
}

/// A road to the tokenizer; clones share it.
#[derive(Clone)]
pub struct Client(Rc<Inner>);

struct Inner {
    files: EngineFiles,
    on_reply: Box<dyn Fn(Reply)>,
    channel: RefCell<Channel>,
    /// The latest text, until something was heard of it: a worker may turn out to be refused.
    unheard: RefCell<Option<Count>>,
    /// Questions about it that no engine could be asked yet.
    waiting: RefCell<Vec<Job>>,
    /// The number of the latest text.
    latest: Cell<u32>,
}

/// Where jobs go.
enum Channel {
    /// Nowhere yet.
    Closed,
    /// To a worker, which may still turn out to be refused.
    Worker { worker: Worker, answered: bool, _handlers: [Closure<dyn FnMut(JsValue)>; 2] },
    /// To the engine on this thread, which is being imported; the latest text waits.
    Opening,
    /// To the engine on this thread.
    Local { take: Function, _reply: Closure<dyn FnMut(JsValue)> },
}

impl Client {
    /// A client that starts nothing yet.
    pub fn new(files: EngineFiles, on_reply: impl Fn(Reply) + 'static) -> Self {
        Self(Rc::new(Inner {
            files,
            on_reply: Box::new(on_reply),
            channel: RefCell::new(Channel::Closed),
            unheard: RefCell::default(),
            waiting: RefCell::default(),
            latest: Cell::new(0),
        }))
    }

    /// Asks for the tokens of a text; no reply about an earlier one will be heard.
    pub fn count(&self, count: Count) {
        self.0.latest.set(self.0.latest.get() + 1);
        if matches!(*self.0.channel.borrow(), Channel::Closed) {
            self.open_worker();
        }
        self.send(&Job::Count(count.clone()));
        *self.0.unheard.borrow_mut() = Some(count);
    }

    /// Forgets the latest text: no reply about it will be heard, and no work goes on for it.
    pub fn cancel(&self) {
        self.0.latest.set(self.0.latest.get() + 1);
        self.0.unheard.take();
        self.send(&Job::Cancel);
    }

    /// Asks something about the latest text, or what will be known of it.
    pub fn ask(&self, job: Job) {
        if matches!(*self.0.channel.borrow(), Channel::Closed | Channel::Opening) {
            self.0.waiting.borrow_mut().push(job);
        } else {
            self.send(&job);
        }
    }

    fn send(&self, job: &Job) {
        let channel = self.0.channel.borrow();
        if matches!(*channel, Channel::Closed | Channel::Opening) {
            return;
        }
        let (message, buffers) = messages::job_to_js(self.0.latest.get(), job, &self.0.files);
        let sent = match &*channel {
            Channel::Worker { worker, .. } => worker.post_message_with_transfer(&message, &buffers),
            Channel::Local { take, .. } => take.call1(&JsValue::NULL, &message).map(drop),
            Channel::Closed | Channel::Opening => Ok(()),
        };
        debug_assert!(sent.is_ok(), "a job can be cloned, and the engine reports its errors as replies");
    }

    fn open_worker(&self) {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let Ok(worker) = Worker::new_with_options(&self.0.files.worker, &options) else {
            *self.0.channel.borrow_mut() = Channel::Opening;
            self.open_local();
            return;
        };
        let client = self.clone();
        let on_message = Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
            client.worker_answered();
            client.receive(&event.unchecked_into::<MessageEvent>().data());
        });
        let client = self.clone();
        let on_error = Closure::<dyn FnMut(JsValue)>::new(move |_| client.worker_failed());
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        *self.0.channel.borrow_mut() = Channel::Worker { worker, answered: false, _handlers: [on_message, on_error] };
    }

    fn worker_answered(&self) {
        if let Channel::Worker { answered, .. } = &mut *self.0.channel.borrow_mut() {
            *answered = true;
        }
    }

    /// A worker that fails before it ever answered was refused; later, it lost its text.
    fn worker_failed(&self) {
        let answered = matches!(*self.0.channel.borrow(), Channel::Worker { answered: true, .. });
        if let Channel::Worker { worker, .. } = &*self.0.channel.borrow() {
            worker.terminate();
        }
        if !answered {
            self.open_local();
            return;
        }
        // Dropped later: this very handler belongs to the channel.
        let client = self.clone();
        spawn(async move {
            *client.0.channel.borrow_mut() = Channel::Closed;
            (client.0.on_reply)(Reply::Failed(Failure::Crashed));
        });
    }

    /// Imports the engine into this thread and sends it the text that waits.
    fn open_local(&self) {
        let client = self.clone();
        // Later, because a worker's handler that is running belongs to the channel that ends here.
        spawn(async move {
            *client.0.channel.borrow_mut() = Channel::Opening;
            let opened = client.import_engine().await;
            client.opened_local(opened);
        });
    }

    fn opened_local(&self, opened: Result<Channel, JsValue>) {
        let Ok(channel) = opened else {
            *self.0.channel.borrow_mut() = Channel::Closed;
            if self.0.unheard.take().is_some() {
                (self.0.on_reply)(Reply::Failed(Failure::Download));
            }
            return;
        };
        *self.0.channel.borrow_mut() = channel;
        let text = self.0.unheard.borrow().clone().map(Job::Count);
        for job in text.into_iter().chain(self.0.waiting.take()) {
            self.send(&job);
        }
    }

    async fn import_engine(&self) -> Result<Channel, JsValue> {
        let module = JsFuture::from(import_module(&self.0.files.engine)).await?;
        let create: Function = Reflect::get(&module, &"createEngine".into())?.dyn_into()?;
        let client = self.clone();
        let reply = Closure::<dyn FnMut(JsValue)>::new(move |reply: JsValue| client.receive(&reply));
        let take = create.call2(&JsValue::NULL, reply.as_ref(), &SLICE_MS.into())?.dyn_into()?;
        Ok(Channel::Local { take, _reply: reply })
    }

    fn receive(&self, message: &JsValue) {
        if let Some((id, reply)) = messages::reply_from_js(message.unchecked_ref::<Array>())
            && id == self.0.latest.get()
        {
            self.0.unheard.take();
            (self.0.on_reply)(reply);
        }
    }
}
