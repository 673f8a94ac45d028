//! The tokens in the picture: as many as fit on two lines, and how many more there are.
//!
//! Where nobody outside the provider can count, the text is cut as the lab cuts it, and drawn as a guess.

use super::scene;
use crate::journey::scene::TextLook;
use crate::markup::push_escaped;
use crate::tokenizer::{Boundary, Tokenization, segments, stretch};
use crate::ui::journey::context::JourneyContext;
use crate::ui::widgets::chips::Chips;

/// Room on two lines, in characters; the edges of a chip take as much as one and a half.
const ROOM_HALVES: usize = 2 * 62;
const EDGES_HALVES: usize = 3;

/// The reader's text at this moment.
pub(super) fn input(context: JourneyContext) -> String {
    let scene = scene(context);
    let Some(result) = context.shared.current() else { return String::new() };
    let cut = if scene.tokens.text == TextLook::Cutting { scene.tokens.cut } else { 1.0 };
    drawn(&result.reading.text, &result.tokenization, cut)
}

/// The tokens of the answer that have left by now.
pub(super) fn output(context: JourneyContext) -> String {
    let Some(tokens) = context.answer() else { return String::new() };
    let text = &*context.page.data().samples.answer.text;
    let written = scene(context).tokens.written.map_or(tokens.len(), |written| written as usize).min(tokens.len());
    // The newest are what is seen leaving.
    let from = (0..written).find(|&from| fits(text, &tokens.boundaries[..written], from)).unwrap_or(written);
    let mut out = String::new();
    if from > 0 {
        push_more(&mut out, from);
    }
    push_chips(&mut out, text, &tokens.boundaries, from, written);
    out
}

/// The first tokens of `text` that fit: `cut` of them as chips, the others as text that is not cut yet.
fn drawn(text: &str, tokens: &Tokenization, cut: f64) -> String {
    let fitting = fitting(text, &tokens.boundaries);
    let done = segment_end(&tokens.boundaries, (fitting as f64 * cut).ceil() as usize);
    let mut out = String::new();
    push_chips(&mut out, text, &tokens.boundaries, 0, done);
    if done < fitting {
        out.push_str("<span class=\"uncut\">");
        push_escaped(&mut out, stretch(text, tokens.bytes_of(done).start..tokens.bytes_of(fitting - 1).end));
        out.push_str("</span>");
    }
    if fitting < tokens.len() {
        push_more(&mut out, tokens.len() - fitting);
    }
    out
}

fn push_chips(out: &mut String, text: &str, boundaries: &[Boundary], from: usize, to: usize) {
    Chips { text, boundaries, ids: None }.push(out, from..to);
}

fn push_more(out: &mut String, count: usize) {
    out.push_str("<span class=\"more\">+");
    out.push_str(&count.to_string());
    out.push_str("</span>");
}

/// How many tokens from the beginning fit.
fn fitting(text: &str, boundaries: &[Boundary]) -> usize {
    let mut room = ROOM_HALVES;
    let mut count = 0;
    // No more than this could fit.
    for segment in segments(boundaries, 0..ROOM_HALVES / EDGES_HALVES) {
        let needed = width_halves(stretch(text, segment.bytes)) + EDGES_HALVES * segment.tokens.len();
        if needed > room {
            break;
        }
        room -= needed;
        count = segment.tokens.end;
    }
    segment_end(boundaries, count)
}

/// Whether all tokens after the first `from` fit, of those that end at `boundaries`.
fn fits(text: &str, boundaries: &[Boundary], from: usize) -> bool {
    let starts_segment = from == 0 || !boundaries[from - 1].inside_character();
    let width = |from| {
        segments(boundaries, from..boundaries.len())
            .map(|segment| width_halves(stretch(text, segment.bytes)) + EDGES_HALVES * segment.tokens.len())
            .sum::<usize>()
    };
    starts_segment && width(from) <= ROOM_HALVES
}

/// The end of the segment in which token `count` lies.
fn segment_end(boundaries: &[Boundary], count: usize) -> usize {
    let mut end = count;
    while end > 0 && end < boundaries.len() && boundaries[end - 1].inside_character() {
        end += 1;
    }
    end
}

/// How wide a text is, in halves of a character; wide characters count twice.
fn width_halves(text: &str) -> usize {
    text.chars().map(|character| if character < '\u{1100}' { 2 } else { 4 }).sum()
}
