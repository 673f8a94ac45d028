//! Jobs and replies as the arrays that cross between threads.
//!
//! First comes `["files", tokenizer, judge, vocabularies]`, once: a binary is `[glue, wasm]`, a
//! vocabulary is `[name, ascii, rest]`, a part of it `[path, unpacked bytes]`; paths are from the site's
//! root.
//!
//! Jobs: `["count", id, asker, encoding, special, bytes, vocabulary]`, `["cancel", id, asker]`,
//! `["find", id, asker, words]`, `["replace", id, asker, words, other]`, `["check", id, asker]`. No two texts have
//! the same `id`, whoever asks; `asker` is a number. `bytes` is the text in UTF-8, handed over and not copied;
//! `vocabulary` is the name of one.
//!
//! Replies: `["loading", id, percent]`, `["counting", id, percent]`, `["failed", id, failure]`,
//! `["done", id, ids, boundaries, characters, words, bytes]`, `["found", id, offsets]`,
//! `["replaced", id, bytes]`, `["checked", id, comparison]`; lists are typed arrays, handed over.
//! `public/engine.js` is the other end.

use js_sys::{Array, Uint8Array, Uint32Array};
use wasm_bindgen::JsValue;

use super::protocol::{Asker, Binary, Comparison, Failure, Files, Job, Question, Reply, Vocabulary, VocabularyPart};
use crate::tokenizer::{Boundary, Reading, SpecialTokens, TextCounts, Tokenization};

/// Where everything is that the engine opens and reads.
pub(super) fn files_to_js(files: &Files) -> Array {
    let binary = |Binary { glue, wasm }: &Binary| list(&[glue.into(), wasm.into()]).into();
    let part = |part: &VocabularyPart| list(&[(&part.path).into(), part.unpacked_bytes.into()]).into();
    let vocabulary = |Vocabulary { file, ascii, rest }: &Vocabulary| {
        JsValue::from(list(&[file.name().into(), part(ascii), part(rest)]))
    };
    let vocabularies: Array = files.vocabularies.iter().map(vocabulary).collect();
    list(&["files".into(), binary(&files.tokenizer), binary(&files.judge), vocabularies.into()])
}

/// A job on its way to the tokenizer, and the buffers that are handed over with it.
pub(super) fn job_to_js(Asker(asker): Asker, id: u32, job: &Job) -> (Array, Array) {
    let (id, asker) = (JsValue::from(id), JsValue::from(asker));
    let buffers = Array::new();
    let message = match job {
        Job::Count(Reading { text, encoding, special_tokens }) => {
            let bytes = Uint8Array::from(text.as_bytes());
            buffers.push(&bytes.buffer());
            let special = *special_tokens == SpecialTokens::AsSpecial;
            let vocabulary = encoding.vocabulary_file().name();
            list(&["count".into(), id, asker, encoding.name().into(), special.into(), bytes.into(), vocabulary.into()])
        }
        Job::Cancel => list(&["cancel".into(), id, asker]),
        Job::Ask(Question::Find(words)) => list(&["find".into(), id, asker, words.into()]),
        Job::Ask(Question::Replace(words, other)) => list(&["replace".into(), id, asker, words.into(), other.into()]),
        Job::Ask(Question::Check) => list(&["check".into(), id, asker]),
    };
    (message, buffers)
}

fn list(parts: &[JsValue]) -> Array {
    parts.iter().collect()
}

/// A reply that arrived and the number of its job; `None` if it is not one.
pub(super) fn reply_from_js(message: &Array) -> Option<(u32, Reply)> {
    let reply = match message.get(0).as_string()?.as_str() {
        "loading" => Reply::Loading(number(message, 2)?),
        "counting" => Reply::Counting(number(message, 2)?),
        "failed" => Reply::Failed(Failure::from_name(&name(message)?)?),
        "done" => Reply::Done(tokenization_from_js(message)?),
        "found" => Reply::Found(numbers(message, 2)),
        "replaced" => Reply::Replaced(String::from_utf8(Uint8Array::new(&message.get(2)).to_vec()).ok()?),
        "checked" => Reply::Checked(Comparison::from_name(&name(message)?)?),
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
