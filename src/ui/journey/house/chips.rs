//! The tokens in the picture: as many as fit on two lines, and how many more there are.
//!
//! Where nobody outside the provider can count, the text is cut as the lab cuts it, and drawn as a guess.

use std::ops::Range;

use crate::journey::scene::{Band, ModelLook, Scene, TextLook};
use crate::markup::push_escaped;
use crate::tokenizer::{Boundary, Segment, segments, stretch};
use crate::ui::journey::context::JourneyContext;
use crate::ui::widgets::chips::Chips;

/// Room on two lines and on one, in halves of a character.
const TWO_LINES: usize = 116;
const ONE_LINE: usize = 42;
/// What the edges of a chip take of it.
const EDGES: usize = 3;

/// The reader's text at this moment.
pub(super) fn input(context: JourneyContext) -> String {
    let scene = context.scene();
    let Some(result) = context.shared.current() else { return String::new() };
    let cut = if scene.tokens.text == TextLook::Cutting { scene.tokens.cut } else { 1.0 };
    let (text, tokens) = (&*result.reading.text, &result.tokenization);
    let fitting = fitting(text, &tokens.boundaries, room(&scene));
    let done = segment_end(&tokens.boundaries, (fitting as f64 * cut).ceil() as usize);
    let mut out = String::new();
    push_chips(&mut out, text, &tokens.boundaries, 0..done);
    if done < fitting {
        out.push_str("<span class=\"uncut\">");
        push_escaped(&mut out, stretch(text, tokens.bytes_of(done).start..tokens.bytes_of(fitting - 1).end));
        out.push_str("</span>");
    }
    push_more(&mut out, tokens.len() - fitting);
    out
}

/// The tokens of the answer that have left by now: while they leave the newest, and then the first.
pub(super) fn output(context: JourneyContext) -> String {
    let scene = context.scene();
    let Some(tokens) = context.answer() else { return String::new() };
    let text = &*context.page.data().samples.answer.text;
    let written = scene.tokens.written.map_or(tokens.len(), |written| written as usize).min(tokens.len());
    let boundaries = &tokens.boundaries[..written];
    let mut out = String::new();
    if scene.tokens.model == ModelLook::Writing {
        let from = newest(text, boundaries, room(&scene));
        push_more(&mut out, from);
        push_chips(&mut out, text, boundaries, from..written);
    } else {
        let fitting = fitting(text, boundaries, room(&scene));
        push_chips(&mut out, text, boundaries, 0..fitting);
        push_more(&mut out, written - fitting);
    }
    out
}

/// How much room there is.
fn room(scene: &Scene) -> usize {
    if scene.band == Some(Band::Tokens) { TWO_LINES } else { ONE_LINE }
}

fn push_chips(out: &mut String, text: &str, boundaries: &[Boundary], tokens: Range<usize>) {
    Chips { text, boundaries, ids: None }.push(out, tokens);
}

/// How many more there are, where there are any.
fn push_more(out: &mut String, count: usize) {
    if count > 0 {
        out.push_str("<span class=\"more\">+");
        out.push_str(&count.to_string());
        out.push_str("</span>");
    }
}

/// How many tokens from the beginning fit into `room`.
fn fitting(text: &str, boundaries: &[Boundary], room: usize) -> usize {
    let mut taken = 0;
    // No more than these could fit.
    let fits = segments(boundaries, 0..room / EDGES).take_while(|segment| {
        taken += width(text, segment);
        taken <= room
    });
    segment_end(boundaries, fits.last().map_or(0, |segment| segment.tokens.end))
}

/// From which token on the last ones fit into `room`.
fn newest(text: &str, boundaries: &[Boundary], room: usize) -> usize {
    let starts = segments(boundaries, 0..boundaries.len()).map(|segment| segment.tokens.start);
    let fits = |from: &usize| {
        segments(boundaries, *from..boundaries.len()).map(|segment| width(text, &segment)).sum::<usize>() <= room
    };
    starts.into_iter().find(fits).unwrap_or(boundaries.len())
}

/// How wide a segment is; wide characters count twice.
fn width(text: &str, segment: &Segment) -> usize {
    let letters = stretch(text, segment.bytes.clone()).chars();
    let letters: usize = letters.map(|letter| if letter < '\u{1100}' { 2 } else { 4 }).sum();
    letters + EDGES * segment.tokens.len()
}

/// The end of the segment in which token `count` lies.
fn segment_end(boundaries: &[Boundary], count: usize) -> usize {
    let mut end = count;
    while end > 0 && end < boundaries.len() && boundaries[end - 1].inside_character() {
        end += 1;
    }
    end
}
