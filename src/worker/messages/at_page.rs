//! The page's half: writes jobs, reads replies.

use js_sys::{Array, Uint32Array};

use super::number;
use crate::tokenizer::{Boundary, TextCounts, Tokenization};
use crate::worker::protocol::{EngineFiles, Failure, Job, Reply};

/// A job on its way to the tokenizer.
pub(in crate::worker) fn job_to_js(job: &Job, files: &EngineFiles) -> Array {
    Array::of(&[
        job.id.into(),
        job.encoding.name().into(),
        (&*job.text).into(),
        job.vocabulary.url.as_str().into(),
        job.vocabulary.unpacked_bytes.into(),
        files.glue.as_str().into(),
        files.wasm.as_str().into(),
    ])
}

/// A reply that arrived; `None` if it is not one.
pub(in crate::worker) fn reply_from_js(message: &Array) -> Option<Reply> {
    let id = number(message, 1)?;
    match message.get(0).as_string()?.as_str() {
        "progress" => Some(Reply::Progress { id, percent: number(message, 2)? }),
        "failed" => Some(Reply::Failed { id, failure: Failure::from_name(&message.get(2).as_string()?)? }),
        "done" => Some(Reply::Done { id, tokenization: tokenization_from_js(message)? }),
        _ => None,
    }
}

fn tokenization_from_js(message: &Array) -> Option<Tokenization> {
    let words = |index: u32| {
        Some(Uint32Array::new(&message.get(index)).to_vec()).filter(|_| !message.get(index).is_undefined())
    };
    Some(Tokenization {
        ids: words(2)?,
        boundaries: words(3)?.into_iter().map(Boundary::from_raw).collect(),
        counts: TextCounts { characters: number(message, 4)?, words: number(message, 5)?, bytes: number(message, 6)? },
    })
}
