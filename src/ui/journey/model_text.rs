//! The model's answer, as far as it has been written. An example, and labelled as one.

use leptos::prelude::*;

use super::context::JourneyContext;
use crate::journey::{Phase, Stage};
use crate::tokenizer::stretch;
use crate::ui::widgets::{live_bool, live_text};
use crate::words::JourneyStrings;

/// The answer, growing token by token. Absent where the journey never gets to one.
#[component]
pub(super) fn ModelText(context: JourneyContext) -> impl IntoView {
    let text = context.page.text().journey();
    let absent = live_bool(move || context.outcome().stage < Stage::Generate);
    let why = live_text(move || answer_words(text, context.answer().is_some()).to_owned());
    view! {
        <div class="answer" hidden=absent>
            <p class="answer__label"><strong>{text.answer_label()}</strong> " " <span>{why}</span></p>
            <p class="answer__text" translate="no">{live_text(move || written(context).to_owned())}</p>
        </div>
    }
}

/// How its tokens are known: counted only where the model's own encoding is.
fn answer_words(text: JourneyStrings, is_counted: bool) -> &'static str {
    if is_counted { text.answer_why() } else { text.answer_estimated() }
}

/// What has been written by now; before the start, everything, since the picture is then a map.
pub(super) fn written(context: JourneyContext) -> &'static str {
    let answer = &*context.page.data().samples.answer.text;
    let frame = context.player.frame();
    if frame.phase == Phase::Idle {
        return answer;
    }
    let written = frame.output_tokens as usize;
    let end = match context.answer() {
        Some(tokens) => written.checked_sub(1).map_or(0, |last| tokens.bytes_of(last).end),
        None => answer.len() * written / (context.output().low() as usize).max(1),
    };
    // Some tokens end inside a character; that character appears with the next token.
    stretch(answer, 0..answer.floor_char_boundary(end))
}
