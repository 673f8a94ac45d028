//! Jobs and replies as the arrays that cross between threads.
//!
//! Jobs: `["count", id, encoding, special, bytes, files]`, `["cancel", id]`, `["find", id, words]`,
//! `["replace", id, words, other]`, `["check", id, glue url, wasm url]`. `bytes` is the text in UTF-8,
//! handed over and not copied; `files` is `{glue, wasm, vocabulary: {parts, unpacked}}`.
//!
//! Replies: `["progress", id, phase, percent]`, `["failed", id, failure]`,
//! `["done", id, ids, boundaries, characters, words, bytes]`, `["found", id, offsets]`,
//! `["replaced", id, bytes]`, `["checked", id, verdict]`; lists are typed arrays, handed over.
//! `public/engine.js` is the other end.

use js_sys::{Array, Object, Reflect, Uint8Array, Uint32Array};
use wasm_bindgen::JsValue;

use super::protocol::{Count, EngineFiles, Failure, Job, Phase, Reply, Verdict};
use crate::tokenizer::{Boundary, SpecialTokens, TextCounts, Tokenization};

/// A job on its way to the tokenizer, and the buffers that are handed over with it.
pub(super) fn job_to_js(id: u32, job: &Job, files: &EngineFiles) -> (Array, Array) {
    let id = JsValue::from(id);
    let buffers = Array::new();
    let message = match job {
        Job::Count(count) => {
            let bytes = Uint8Array::from(count.text.as_bytes());
            buffers.push(&bytes.buffer());
            let special = count.special_tokens == SpecialTokens::AsSpecial;
            let encoding = count.encoding.name();
            let files = files_to_js(count, files);
            list(&["count".into(), id, encoding.into(), special.into(), bytes.into(), files])
        }
        Job::Cancel => list(&["cancel".into(), id]),
        Job::Find(words) => list(&["find".into(), id, words.into()]),
        Job::Replace(words, other) => list(&["replace".into(), id, words.into(), other.into()]),
        Job::Check => list(&["check".into(), id, (&files.judge.glue).into(), (&files.judge.wasm).into()]),
    };
    (message, buffers)
}

fn list(parts: &[JsValue]) -> Array {
    parts.iter().collect()
}

fn files_to_js(count: &Count, files: &EngineFiles) -> JsValue {
    let parts = count.vocabulary.iter();
    let vocabulary = object(&[
        ("parts", parts.clone().map(|part| JsValue::from(&part.url)).collect::<Array>().into()),
        ("unpacked", parts.map(|part| JsValue::from(part.unpacked_bytes)).collect::<Array>().into()),
    ]);
    object(&[
        ("glue", (&files.tokenizer.glue).into()),
        ("wasm", (&files.tokenizer.wasm).into()),
        ("vocabulary", vocabulary),
    ])
}

fn object(fields: &[(&str, JsValue)]) -> JsValue {
    let object = Object::new();
    for (name, value) in fields {
        // A plain object takes any field.
        let _ = Reflect::set(&object, &(*name).into(), value);
    }
    object.into()
}

/// A reply that arrived and the number of its job; `None` if it is not one.
pub(super) fn reply_from_js(message: &Array) -> Option<(u32, Reply)> {
    let reply = match message.get(0).as_string()?.as_str() {
        "progress" => Reply::Progress(Phase::from_name(&name(message)?)?, number(message, 3)?),
        "failed" => Reply::Failed(Failure::from_name(&name(message)?)?),
        "done" => Reply::Done(tokenization_from_js(message)?),
        "found" => Reply::Found(numbers(message, 2)),
        "replaced" => Reply::Replaced(String::from_utf8(Uint8Array::new(&message.get(2)).to_vec()).ok()?),
        "checked" => Reply::Checked(Verdict::from_name(&name(message)?)?),
        _ => return None,
    };
    Some((number(message, 1)?, reply))
}

fn tokenization_from_js(message: &Array) -> Option<Tokenization> {
    Some(Tokenization {
        ids: numbers(message, 2),
        boundaries: numbers(message, 3).into_iter().map(Boundary::from_raw).collect(),
        counts: TextCounts { characters: number(message, 4)?, words: number(message, 5)?, bytes: number(message, 6)? },
    })
}

fn name(message: &Array) -> Option<String> {
    message.get(2).as_string()
}

fn numbers(message: &Array, index: u32) -> Vec<u32> {
    Uint32Array::new(&message.get(index)).to_vec()
}

fn number(message: &Array, index: u32) -> Option<u32> {
    message.get(index).as_f64().filter(|value| *value >= 0.0).map(|value| value as u32)
}
