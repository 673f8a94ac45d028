//! The engine's half: reads jobs, writes replies.

use js_sys::{Array, Uint32Array};

use super::number;
use crate::tokenizer::Encoding;
use crate::worker::protocol::{Job, Reply, VocabularyFile};

/// A job that arrived; `None` if it is not one.
pub(in crate::worker) fn job_from_js(message: &Array) -> Option<Job> {
    Some(Job {
        id: number(message, 0)?,
        encoding: Encoding::from_name(&message.get(1).as_string()?)?,
        text: message.get(2).as_string()?.into(),
        vocabulary: VocabularyFile { url: message.get(3).as_string()?, unpacked_bytes: number(message, 4)? },
    })
}

/// A reply on its way to the page.
pub(in crate::worker) fn reply_to_js(reply: &Reply) -> Array {
    match reply {
        Reply::Progress { id, percent } => Array::of(&["progress".into(), (*id).into(), (*percent).into()]),
        Reply::Failed { id, failure } => Array::of(&["failed".into(), (*id).into(), failure.name().into()]),
        Reply::Done { id, tokenization } => {
            let boundaries: Vec<u32> = tokenization.boundaries.iter().map(|b| b.to_raw()).collect();
            let counts = tokenization.counts;
            Array::of(&[
                "done".into(),
                (*id).into(),
                Uint32Array::from(tokenization.ids.as_slice()).into(),
                Uint32Array::from(boundaries.as_slice()).into(),
                counts.characters.into(),
                counts.words.into(),
                counts.bytes.into(),
            ])
        }
    }
}
