//! Charts as markup: columns and lines over numbered steps, and small columns for a row of a table.
//!
//! 1. A [`Chart`] is told its steps and its highest value, then gets its series, and ends as one picture with the
//!    sentence that says what it shows.
//! 2. The scale is in whole units of the picture ([`Scale`]); its size on the page, colors and letters are the style
//!    sheet's.
//! 3. Whatever a color tells is also told by a texture, a dash or a mark, in the legend as well.
//!
//! Invariants: no style is inline; ids begin with the chart's own, so that several stand on one page; time runs from
//! left to right whatever the language.

mod scale;

use leptos::html::Div;
use leptos::prelude::*;

use super::markup::live_markup;
use crate::markup::escape;
use scale::{BOTTOM, HEIGHT, LEFT, RIGHT, Scale, TOP, WIDTH, labelled_steps, ticks};

/// How an area is filled, besides its color.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Texture {
    Plain,
    Dots,
    Lines,
    Hatch,
    Grid,
}

impl Texture {
    const ALL: [Self; 5] = [Self::Plain, Self::Dots, Self::Lines, Self::Hatch, Self::Grid];

    fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Dots => "dots",
            Self::Lines => "lines",
            Self::Hatch => "hatch",
            Self::Grid => "grid",
        }
    }

    /// What is repeated, in a square of 12 units.
    fn tile(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Dots => "<path d=\"M2 2h3v3h-3zM8 8h3v3h-3z\"/>",
            Self::Lines => "<path d=\"M0 2h12v2h-12zM0 8h12v2h-12z\"/>",
            Self::Hatch => "<path d=\"M0 12L12 0h-4L0 8zM12 12V8L8 12z\"/>",
            Self::Grid => "<path d=\"M0 0h12v2h-12zM0 2h2v10h-2z\"/>",
        }
    }
}

/// The mark at the end of a line.
#[derive(Clone, Copy)]
pub(super) enum Mark {
    Disc,
    Square,
    Triangle,
}

impl Mark {
    /// Its outline around a point.
    fn path(self, x: u32, y: u32) -> String {
        match self {
            Self::Disc => format!("M{} {y}a8 8 0 1 0 16 0a8 8 0 1 0-16 0z", x.saturating_sub(8)),
            Self::Square => format!("M{} {}h14v14h-14z", x.saturating_sub(7), y.saturating_sub(7)),
            Self::Triangle => format!("M{x} {}l9 16h-18z", y.saturating_sub(9)),
        }
    }
}

/// One of the things that a chart shows, by the class that colors it.
#[derive(Clone, Copy)]
pub(super) enum Series {
    /// Columns.
    Area(&'static str, Texture),
    /// A line with a mark at its end.
    Line(&'static str, Mark),
    /// A level.
    Level(&'static str),
}

/// A picture that grows by its series.
pub(super) struct Chart {
    id: &'static str,
    scale: Scale,
    plot: String,
    legend: String,
}

impl Chart {
    /// An empty chart of so many steps for values up to `highest`. `id` begins the ids in it.
    pub(super) fn new(id: &'static str, steps: u32, highest: u64) -> Self {
        Self { id, scale: Scale { steps, highest: highest.max(1) }, plot: String::new(), legend: String::new() }
    }

    /// Columns from one value to another, one for each step from the first.
    pub(super) fn columns(&mut self, class: &str, texture: Texture, spans: impl Iterator<Item = (u64, u64)>) {
        let path: String = spans
            .enumerate()
            .filter(|(_, (from, to))| to > from)
            .map(|(index, (from, to))| self.scale.column(index as u32, from, to))
            .collect();
        self.plot += &format!("<path class=\"chart__area {class}\" d=\"{path}\"/>");
        if texture != Texture::Plain {
            self.plot +=
                &format!("<path class=\"chart__texture\" fill=\"url(#{}-{})\" d=\"{path}\"/>", self.id, texture.name());
        }
    }

    /// A line through a value at each step from the first, with a mark at its end.
    pub(super) fn line(&mut self, class: &str, mark: Mark, values: &[u64]) {
        let points: Vec<(u32, u32)> =
            values.iter().enumerate().map(|(index, &value)| self.scale.point(index as u32, value)).collect();
        let Some(&(x, y)) = points.last() else { return };
        let points: Vec<String> = points.iter().map(|(x, y)| format!("{x},{y}")).collect();
        self.plot += &format!(
            "<polyline class=\"chart__line {class}\" points=\"{}\"/><path class=\"chart__mark {class}\" d=\"{}\"/>",
            points.join(" "),
            mark.path(x, y)
        );
    }

    /// A level across the whole.
    pub(super) fn level(&mut self, class: &str, value: u64) {
        let y = self.scale.y(value);
        self.plot += &format!("<path class=\"chart__line {class}\" d=\"M{LEFT} {y}H{}\"/>", WIDTH - RIGHT);
    }

    /// Explains a series.
    pub(super) fn explain(&mut self, series: Series, words: &str) {
        let swatch = match series {
            Series::Area(class, texture) => {
                let path = "d=\"M1 1h38v22h-38z\"";
                let over =
                    format!("<path class=\"chart__texture\" fill=\"url(#{}-{})\" {path}/>", self.id, texture.name());
                let over = if texture == Texture::Plain { String::new() } else { over };
                format!("<path class=\"chart__area {class}\" {path}/>{over}")
            }
            Series::Line(class, mark) => format!(
                "<path class=\"chart__line {class}\" d=\"M0 12h40\"/><path class=\"chart__mark {class}\" d=\"{}\"/>",
                mark.path(20, 12)
            ),
            Series::Level(class) => format!("<path class=\"chart__line {class}\" d=\"M0 12h40\"/>"),
        };
        self.legend += &format!(
            "<li><svg class=\"chart__swatch\" viewBox=\"0 0 40 24\" aria-hidden=\"true\">{swatch}</svg> {}</li>",
            escape(words)
        );
    }

    /// The picture. `says` is what it shows, `step` what a step is; `written` writes a value of the axis.
    pub(super) fn html(self, says: &str, step: &str, written: impl Fn(u64) -> String) -> String {
        let Self { id, scale, plot, legend } = self;
        let (end, floor) = (WIDTH - RIGHT, HEIGHT - BOTTOM);
        let rules: String = ticks(scale.highest)
            .map(|value| {
                let y = scale.y(value);
                let words = escape(&written(value));
                format!(
                    "<path class=\"chart__rule\" d=\"M{LEFT} {y}H{end}\"/>\
                     <text class=\"chart__value\" x=\"{}\" y=\"{}\">{words}</text>",
                    LEFT - 10,
                    y + 8
                )
            })
            .collect();
        let name =
            format!("<text class=\"chart__value\" x=\"{}\" y=\"{}\">{}</text>", LEFT - 10, floor + 30, escape(step));
        let steps: String = labelled_steps(scale.steps)
            .map(|step| {
                let (x, _) = scale.point(step - 1, 0);
                format!("<text class=\"chart__step\" x=\"{x}\" y=\"{}\">{step}</text>", floor + 30)
            })
            .collect();
        let tiles: String = Texture::ALL
            .iter()
            .filter(|texture| **texture != Texture::Plain)
            .map(|texture| {
                format!(
                    "<pattern id=\"{id}-{}\" width=\"12\" height=\"12\" patternUnits=\"userSpaceOnUse\">{}</pattern>",
                    texture.name(),
                    texture.tile()
                )
            })
            .collect();
        format!(
            "<svg class=\"chart__picture\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-label=\"{}\">\
             <defs>{tiles}</defs>{rules}{plot}<path class=\"chart__floor\" d=\"M{LEFT} {floor}H{end}\"/>{name}{steps}</svg>\
             <ul class=\"chart__legend\">{legend}</ul>",
            escape(says)
        )
    }
}

/// A chart below its title.
pub(super) fn chart(title: &'static str, markup: Signal<String>) -> impl IntoView {
    let (place, first) = live_markup::<Div>(markup);
    view! {
        <div class="chart">
            <h4 class="message__title">{title}</h4>
            <div class="chart__whole" node_ref=place inner_html=first></div>
        </div>
    }
}

/// Small columns for a row of a table, on a scale that all rows share.
pub(super) fn small_columns(class: &str, steps: u32, highest: u64, values: &[u64], says: &str) -> String {
    const STEP: u32 = 10;
    let height = u64::from(TOP);
    let columns: String = values
        .iter()
        .enumerate()
        .filter(|(_, value)| **value > 0)
        .map(|(index, &value)| {
            let tall = (height * value).div_ceil(highest.max(1)).min(height);
            format!("M{} {}h8v{tall}h-8z", index as u32 * STEP + 1, height - tall)
        })
        .collect();
    format!(
        "<svg class=\"chart__small\" viewBox=\"0 0 {} {height}\" preserveAspectRatio=\"none\" role=\"img\" \
         aria-label=\"{}\"><path class=\"chart__area {class}\" d=\"{columns}\"/></svg>",
        steps * STEP,
        escape(says)
    )
}

#[cfg(test)]
mod tests {
    use super::{Chart, Mark, Series, Texture, small_columns};

    #[test]
    fn a_picture_says_what_it_shows_and_escapes_it() {
        let mut chart = Chart::new("c", 3, 100);
        chart.columns("one", Texture::Hatch, [(0, 10), (0, 0), (0, 30)].into_iter());
        chart.line("two", Mark::Disc, &[1, 2, 3]);
        chart.explain(Series::Area("one", Texture::Hatch), "a < b");
        let html = chart.html("5 > \"4\"", "Day", |value| format!("${value}"));
        assert!(html.contains("role=\"img\" aria-label=\"5 &gt; &quot;4&quot;\""), "{html}");
        assert!(html.contains("a &lt; b") && html.contains(">$40<"), "{html}");
        assert_eq!(html.matches("fill=\"url(#c-hatch)\"").count(), 2, "column and legend");
        assert!(!html.contains("style="), "the policy refuses inline styles");
    }

    #[test]
    fn an_empty_column_is_not_drawn() {
        let mut chart = Chart::new("c", 3, 100);
        chart.columns("one", Texture::Plain, [(0, 10), (20, 20), (0, 30)].into_iter());
        assert_eq!(chart.plot.matches('M').count(), 2);
    }

    #[test]
    fn the_smallest_column_can_be_seen_and_none_is_too_tall() {
        let html = small_columns("one", 3, 1_000_000, &[1, 0, 1_000_000], "x");
        assert!(html.contains("M1 31h8v1h-8zM21 0h8v32h-8z"), "{html}");
    }
}
