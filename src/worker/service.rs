//! The tokenizer's side: fetches each vocabulary when it is first needed, then counts.
//!
//! `public/engine.js` calls [`prepare`] and then [`encode`], one job at a time. A crash of the engine
//! ends this whole WebAssembly instance; `engine.js` reports it and opens a fresh one for the next job.
//!
//! Invariant: a vocabulary is used only if it is complete.

use std::cell::RefCell;

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStream, ReadableStreamDefaultReader, ReadableWritablePair, Response, WritableStream};

use super::messages::{job_from_js, reply_to_js};
use super::protocol::{Failure, Job, Reply, VocabularyFile};
use super::reference::Reference;
use crate::tokenizer::{Encoder, Encoding, Tokenization, token_list};

#[wasm_bindgen]
extern "C" {
    /// The global `fetch`, which a window and a worker both have.
    fn fetch(url: &str) -> Promise;

    /// The browser's own decompressor, which web-sys still counts as unstable.
    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn readable(this: &DecompressionStream) -> ReadableStream;
    #[wasm_bindgen(method, getter)]
    fn writable(this: &DecompressionStream) -> WritableStream;
}

thread_local! {
    static ENGINES: RefCell<Vec<Reference>> = const { RefCell::new(Vec::new()) };
}

/// Makes sure that the job's vocabulary is loaded. Calls `reply` with progress, and with the failure
/// if there is one; gives back whether [`encode`] can follow.
#[wasm_bindgen]
pub async fn prepare(message: Array, reply: Function) -> bool {
    let Some(job) = job_from_js(&message) else { return false };
    let say = |what: &Reply| {
        let heard = reply.call1(&JsValue::NULL, &reply_to_js(what));
        debug_assert!(heard.is_ok(), "the page listens");
    };
    if is_loaded(job.encoding) {
        return true;
    }
    let loaded = load(&job, &say).await;
    if let Err(failure) = loaded {
        say(&Reply::Failed { id: job.id, failure });
    }
    loaded.is_ok()
}

/// The reply to a job whose vocabulary is loaded; nothing otherwise.
///
/// Not `async`: a crash must surface in the caller's hands, and one inside a future would not.
#[wasm_bindgen]
pub fn encode(message: &Array) -> Option<Array> {
    let job = job_from_js(message)?;
    let tokenization = ENGINES.with_borrow(|engines| {
        let engine = engines.iter().find(|engine| engine.encoding() == job.encoding)?;
        Some(Tokenization::new(&job.text, engine.encode(&job.text)))
    })?;
    Some(reply_to_js(&Reply::Done { id: job.id, tokenization }))
}

fn is_loaded(encoding: Encoding) -> bool {
    ENGINES.with_borrow(|engines| engines.iter().any(|engine| engine.encoding() == encoding))
}

async fn load(job: &Job, say: &impl Fn(&Reply)) -> Result<(), Failure> {
    let progress = |percent| say(&Reply::Progress { id: job.id, percent });
    let packed = download(&job.vocabulary, &progress).await.map_err(|_| Failure::Download)?;
    if packed.len() != job.vocabulary.unpacked_bytes as usize {
        return Err(Failure::Download);
    }
    let tokens = token_list::unpack(&packed).map_err(|_| Failure::Damaged)?;
    let engine = Reference::new(job.encoding, tokens).map_err(|_| Failure::Damaged)?;
    ENGINES.with_borrow_mut(|engines| engines.push(engine));
    Ok(())
}

/// Fetches and decompresses, telling each new percent.
async fn download(file: &VocabularyFile, progress: &impl Fn(u32)) -> Result<Vec<u8>, JsValue> {
    let response: Response = JsFuture::from(fetch(&file.url)).await?.dyn_into()?;
    let body = response.body().filter(|_| response.ok()).ok_or(JsValue::NULL)?;
    let gunzip = DecompressionStream::new("gzip")?;
    let stream = body.pipe_through(&ReadableWritablePair::new(&gunzip.readable(), &gunzip.writable()));
    let reader: ReadableStreamDefaultReader = stream.get_reader().dyn_into()?;
    let mut bytes = Vec::with_capacity(file.unpacked_bytes as usize);
    let mut told = None;
    loop {
        let chunk = JsFuture::from(reader.read()).await?;
        if Reflect::get(&chunk, &"done".into())?.is_truthy() {
            return Ok(bytes);
        }
        let chunk = Uint8Array::new(&Reflect::get(&chunk, &"value".into())?);
        let start = bytes.len();
        bytes.resize(start + chunk.length() as usize, 0);
        chunk.copy_to(&mut bytes[start..]);
        let percent = (bytes.len() as u64 * 100 / u64::from(file.unpacked_bytes.max(1))) as u32;
        if told.replace(percent) != Some(percent) {
            progress(percent.min(100));
        }
    }
}
