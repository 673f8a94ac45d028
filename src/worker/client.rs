//! The page's side of the tokenizer.
//!
//! 1. Nothing starts before the first job: the tokenizer must not compete with the first paint.
//! 2. One job is under way at a time; of those that come meanwhile only the latest waits.
//! 3. Where a worker is refused (a sandboxed frame, a policy), the same service runs on this thread.
//!
//! Invariant: `on_reply` hears of the latest job only; older answers are dropped here.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

use super::messages;
use super::protocol::{EngineFiles, Failure, Job, Reply};
use super::spawn;

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
    /// The job under way.
    busy: Cell<Option<u32>>,
    /// The latest job that has not been sent, or was sent to a worker that never answered.
    waiting: RefCell<Option<Job>>,
    last_id: Cell<u32>,
}

/// Where jobs go.
enum Channel {
    /// Nowhere yet.
    Closed,
    /// To a worker, which may still turn out to be refused.
    Worker { worker: Worker, answered: bool, _handlers: [Closure<dyn FnMut(JsValue)>; 2] },
    /// To the engine on this thread, which is being imported; jobs wait.
    Opening,
    /// To the engine on this thread.
    Local { answer: Function, _reply: Closure<dyn FnMut(JsValue)> },
}

impl Client {
    /// A client that starts nothing yet.
    pub fn new(files: EngineFiles, on_reply: impl Fn(Reply) + 'static) -> Self {
        Self(Rc::new(Inner {
            files,
            on_reply: Box::new(on_reply),
            channel: RefCell::new(Channel::Closed),
            busy: Cell::new(None),
            waiting: RefCell::new(None),
            last_id: Cell::new(0),
        }))
    }

    /// Asks for the tokens of a text; the reply to any earlier job will not be heard.
    /// `job` makes the job from its number, which is returned.
    pub fn tokenize(&self, job: impl FnOnce(u32) -> Job) -> u32 {
        let id = self.0.last_id.get() + 1;
        self.0.last_id.set(id);
        *self.0.waiting.borrow_mut() = Some(job(id));
        if self.0.busy.get().is_none() {
            self.send_waiting();
        }
        id
    }

    /// Forgets the latest job: its reply will not be heard.
    pub fn cancel(&self) {
        self.0.last_id.set(self.0.last_id.get() + 1);
        self.0.waiting.borrow_mut().take();
    }

    fn send_waiting(&self) {
        if matches!(*self.0.channel.borrow(), Channel::Closed) {
            self.open_worker();
        }
        let Some(job) = self.0.waiting.borrow().clone() else { return };
        let message = messages::job_to_js(&job, &self.0.files);
        match &*self.0.channel.borrow() {
            Channel::Worker { worker, answered, .. } => {
                let sent = worker.post_message(&message);
                debug_assert!(sent.is_ok(), "a job is made of strings and numbers");
                self.0.busy.set(Some(job.id));
                if *answered {
                    self.0.waiting.borrow_mut().take();
                }
            }
            Channel::Local { answer, .. } => {
                self.0.busy.set(Some(job.id));
                self.0.waiting.borrow_mut().take();
                let called = answer.call1(&JsValue::NULL, &message);
                debug_assert!(called.is_ok(), "the engine reports its errors as replies");
            }
            Channel::Closed | Channel::Opening => {}
        }
    }

    fn open_worker(&self) {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let Ok(worker) = Worker::new_with_options(&self.0.files.worker, &options) else {
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

    /// From now on a job that was sent need not be kept for a second try.
    fn worker_answered(&self) {
        if let Channel::Worker { answered, .. } = &mut *self.0.channel.borrow_mut()
            && !std::mem::replace(answered, true)
        {
            let mut waiting = self.0.waiting.borrow_mut();
            if waiting.as_ref().map(|job| job.id) == self.0.busy.get() {
                waiting.take();
            }
        }
    }

    /// A worker that fails before it ever answered was refused; later, it lost its job.
    fn worker_failed(&self) {
        let busy = self.0.busy.take();
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
            if let Some(id) = busy {
                client.finish(Reply::Failed { id, failure: Failure::Crashed });
            }
        });
    }

    /// Imports the engine into this thread and sends it what waits.
    fn open_local(&self) {
        let client = self.clone();
        spawn(async move {
            *client.0.channel.borrow_mut() = Channel::Opening;
            match client.import_engine().await {
                Ok(channel) => {
                    *client.0.channel.borrow_mut() = channel;
                    client.send_waiting();
                }
                Err(_) => client.opening_failed(),
            }
        });
    }

    async fn import_engine(&self) -> Result<Channel, JsValue> {
        let module = JsFuture::from(import_module(&self.0.files.engine)).await?;
        let create: Function = Reflect::get(&module, &"createEngine".into())?.dyn_into()?;
        let client = self.clone();
        let reply = Closure::<dyn FnMut(JsValue)>::new(move |reply: JsValue| client.receive(&reply));
        let answer = create.call1(&JsValue::NULL, reply.as_ref())?.dyn_into()?;
        Ok(Channel::Local { answer, _reply: reply })
    }

    fn opening_failed(&self) {
        *self.0.channel.borrow_mut() = Channel::Closed;
        if let Some(job) = self.0.waiting.borrow_mut().take() {
            self.finish(Reply::Failed { id: job.id, failure: Failure::Download });
        }
    }

    fn receive(&self, message: &JsValue) {
        if let Some(reply) = messages::reply_from_js(message.unchecked_ref::<Array>()) {
            self.finish(reply);
        }
    }

    fn finish(&self, reply: Reply) {
        let (id, ends) = match &reply {
            Reply::Progress { id, .. } => (*id, false),
            Reply::Done { id, .. } | Reply::Failed { id, .. } => (*id, true),
        };
        if ends && self.0.busy.get() == Some(id) {
            self.0.busy.set(None);
        }
        if id == self.0.last_id.get() {
            (self.0.on_reply)(reply);
        }
        if ends && self.0.busy.get().is_none() {
            self.send_waiting();
        }
    }
}
