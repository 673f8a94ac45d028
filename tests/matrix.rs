//! The whole matrix, provider × scenario, as the page writes it out: a snapshot each.
//!
//! A change of a fact shows up here as a change of what readers see.

#![cfg(feature = "ssr")]

use std::path::Path;

use keys_and_tokens::content::day;
use keys_and_tokens::journey::exchange::{Exchange, Mark, Moment, Paid, Part, Sent, Span, text_of};
use keys_and_tokens::journey::{
    Count, Ending, ExhibitFacts, Facts, Model, Phase, Provider, Scenario, Stage, Timeline, Usage,
};
use keys_and_tokens::tokenizer::Encoding;

/// So that the calendar changes no snapshot.
const TODAY: &str = "2026-11-27";
const TEXT: &str = "Is an AI token the same as an API key?";
const INPUT_TOKENS: u32 = 11;
const PIECES: [&str; 4] = ["No", ".", " Not", " at all."];

struct Matrix {
    facts: Facts,
    exhibits: ExhibitFacts,
}

impl Matrix {
    fn load() -> Self {
        let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/data");
        let (facts, endpoints) = Facts::load(&dir, day::parse(TODAY).expect("a day")).expect("usable facts");
        let exhibits = ExhibitFacts::load(&dir, &facts.models, endpoints).expect("usable facts");
        Self { facts, exhibits }
    }

    fn model(&self, provider: Provider) -> &Model {
        self.facts.model(provider, Encoding::default(), "")
    }

    fn request(&self, provider: Provider, scenario: Scenario) -> Vec<Span> {
        let endpoint = self.exhibits.endpoint(provider);
        let streamed = scenario == Scenario::StreamCut;
        Sent { endpoint, model: &self.model(provider).id, text: TEXT, scenario, streamed }.http()
    }

    fn answer(&self, provider: Provider, scenario: Scenario) -> Vec<Span> {
        let model = self.model(provider);
        let usage = Usage { fresh: Count::Exact(INPUT_TOKENS), written: Count::Exact(4), ..Usage::default() };
        let exchange = Exchange {
            outcome: self.facts.outcome(provider, scenario),
            answer: self.exhibits.answer(provider, scenario),
            paid: Paid {
                provider,
                model: &model.id,
                pieces: &PIECES,
                usage: &usage.record(provider),
                headers: &self.exhibits.answer(provider, Scenario::Paid).headers.lines,
            },
            output_tokens: 4,
            key: "sk-…EXAMPLE",
            input_tokens: INPUT_TOKENS,
            context_window: self.exhibits.window(model).expect("a window").tokens,
        };
        exchange.so_far(Moment { phase: Phase::Idle, stage: Stage::CreateKey, written: 0 }, false)
    }

    fn cell(&self, provider: Provider, scenario: Scenario) -> String {
        let outcome = self.facts.outcome(provider, scenario);
        let answer = self.exhibits.answer(provider, scenario);
        let part =
            |part: &Part| format!("{} {} {}", part.sourced.evidence.name(), part.sourced.checked, part.sourced.source);
        format!(
            "ends at {}: {}\nhalf {}, mended by {}, retry {}, billed {}\nstatus {} {} {}\nheaders {}\nbody {}\n\n{}\n\n---\n\n{}\n",
            outcome.stage.name(),
            outcome.ending.name(),
            outcome.half.name(),
            outcome.fixer.name(),
            outcome.retry.name(),
            outcome.billed.name(),
            outcome.sourced.evidence.name(),
            outcome.sourced.checked,
            outcome.sourced.source,
            part(&answer.headers),
            part(&answer.body),
            text_of(&self.request(provider, scenario)),
            text_of(&self.answer(provider, scenario)),
        )
    }
}

fn cells() -> impl Iterator<Item = (Provider, Scenario)> {
    Provider::ALL.iter().flat_map(|&provider| Scenario::ALL.iter().map(move |&scenario| (provider, scenario)))
}

#[test]
fn every_cell_is_written_out() {
    let matrix = Matrix::load();
    for (provider, scenario) in cells() {
        insta::assert_snapshot!(format!("{}_{}", provider.name(), scenario.name()), matrix.cell(provider, scenario));
    }
}

#[test]
fn every_journey_ends_where_its_outcome_says() {
    let matrix = Matrix::load();
    for (provider, scenario) in cells() {
        let outcome = matrix.facts.outcome(provider, scenario);
        let end = Timeline::new(outcome, 20).at(f64::MAX);
        assert_eq!((end.stage, end.status), (outcome.stage, outcome.status), "{} {}", provider.name(), scenario.name());
        assert_eq!(end.phase.name(), outcome.ending.name());
        // Nobody is billed for what was turned away before the model ran.
        assert!(outcome.stage >= Stage::Tokenize || outcome.billed.name() == "nothing");
    }
}

#[test]
fn only_an_answer_that_began_well_breaks_off() {
    let matrix = Matrix::load();
    for (provider, scenario) in cells() {
        let outcome = matrix.facts.outcome(provider, scenario);
        let began_well = outcome.ending == Ending::Failed && outcome.status == Some(200);
        assert_eq!(outcome.breaks_off(), began_well, "{} {}", provider.name(), scenario.name());
    }
}

#[test]
fn no_answer_keeps_a_brace_or_shows_a_key() {
    let matrix = Matrix::load();
    for (provider, scenario) in cells() {
        let spans = [matrix.request(provider, scenario), matrix.answer(provider, scenario)].concat();
        let text = text_of(&spans);
        assert_eq!(keys_and_tokens::credentials::detect(&text), [], "{text}");
        for name in ["request_id", "model", "key_masked", "limit", "used", "remaining", "requested", "retry_after_s"] {
            assert!(!text.contains(&format!("{{{name}}}")), "{text}");
        }
        let is_refused = matrix.facts.outcome(provider, scenario).status.is_some_and(|status| status >= 400);
        assert_eq!(is_refused, spans.iter().any(|span| span.mark == Mark::Fail && span.text.len() == 3), "{text}");
    }
}
