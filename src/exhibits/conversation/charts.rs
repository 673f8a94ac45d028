//! The two charts: tokens of each turn, and money so far.

use super::Course;
use crate::exhibits::chart::{Chart, Mark, Series, Texture};
use crate::journey::conversation::{Turn, cost_of, running_cost};
use crate::pricing::Usd;
use crate::words::fill;

/// A part of a turn's column: its class, its texture, its name, and its tokens.
type Part = (&'static str, Texture, &'static str, fn(&Turn) -> u32);

/// What each turn sends and gets, one above the other, with what comes from the cache marked.
pub(super) fn tokens(course: &Course) -> String {
    let text = course.text();
    let series = text.series();
    let parts: [Part; 5] = [
        ("conversation__background", Texture::Dots, series.background(), |turn| turn.background),
        ("conversation__history", Texture::Plain, series.history(), |turn| turn.history),
        ("conversation__question", Texture::Grid, series.question(), |turn| turn.question),
        ("conversation__answer", Texture::Lines, series.answer(), Turn::answered),
        ("conversation__summarizing", Texture::Plain, series.summarizing(), Turn::summarized),
    ];
    let highest = course.turns.iter().map(Turn::all_tokens).max().unwrap_or(0);
    let mut chart = Chart::new("conversation-tokens", course.set.turns, u64::from(highest));
    let mut below: Vec<u64> = vec![0; course.turns.len()];
    for (class, texture, name, tokens) in parts {
        if course.turns.iter().all(|turn| tokens(turn) == 0) {
            continue;
        }
        let above: Vec<u64> =
            below.iter().zip(&course.turns).map(|(from, turn)| from + u64::from(tokens(turn))).collect();
        chart.columns(class, texture, below.iter().copied().zip(above.iter().copied()));
        chart.explain(Series::Area(class, texture), name);
        below = above;
    }
    if course.set.caches {
        let read = course.turns.iter().map(|turn| (0, u64::from(turn.usage.cache_read)));
        chart.columns("conversation__cached", Texture::Hatch, read);
        chart.explain(Series::Area("conversation__cached", Texture::Hatch), series.cached());
    }
    let number = course.context.text().number();
    let (first, last) = (course.turns.first(), course.turns.last());
    let sent = |turn: Option<&Turn>| course.tokens(turn.map_or(0, Turn::sent));
    let cached = course.tokens(last.map_or(0, |turn| turn.usage.cache_read));
    let says = fill(
        text.tokens_says(),
        &[
            ("first", &sent(first)),
            ("turn", &number.whole(course.set.turns)),
            ("last", &sent(last)),
            ("cached", &cached),
        ],
    );
    chart.html(&says, text.step(), |tokens| number.whole(tokens as u32))
}

/// What the conversation has cost by each turn: without measures, as it is set, and the answers alone.
pub(super) fn money(course: &Course) -> String {
    let text = course.text();
    let series = text.series();
    let pico = |amounts: Vec<Usd>| amounts.into_iter().map(Usd::pico).collect::<Vec<_>>();
    let (plain, set) = (pico(running_cost(&course.plain)), pico(running_cost(&course.turns)));
    let answers: Vec<u64> =
        (1..=course.set.turns).map(|turns| course.tariff.answers(turns * course.set.answer).pico()).collect();
    let highest = plain.iter().chain(&set).copied().max().unwrap_or(0);
    let mut chart = Chart::new("conversation-money", course.set.turns, highest);
    let mut line = |class, mark, values: &[u64], name| {
        chart.line(class, mark, values);
        chart.explain(Series::Line(class, mark), name);
    };
    line("conversation__plain", Mark::Square, &plain, series.plain());
    if course.set.has_measures() {
        line("conversation__measured", Mark::Disc, &set, series.measured());
    }
    line("conversation__answers", Mark::Triangle, &answers, series.answers());
    let says = fill(
        text.money_says(),
        &[
            ("turns", &course.context.text().number().counted(text.turns_unit(), course.set.turns)),
            ("plain", &course.amount(cost_of(&course.plain))),
            ("cost", &course.amount(cost_of(&course.turns))),
        ],
    );
    chart.html(&says, text.step(), |pico| course.amount(Usd::from_pico(pico)))
}
