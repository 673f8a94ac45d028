//! What the reader chose and typed, and what follows from it for a model.

use leptos::prelude::*;

use super::Words;
use crate::exhibits::ExhibitContext;
use crate::exhibits::field::NumberField;
use crate::journey::cost::{CostFacts, Order, OwnPrices, Quote, Size, Tariff, Task, Workload};
use crate::journey::{Count, Model};
use crate::pricing::PricePerMtok;
use crate::words::Kind;

/// The value of the menu of models for prices that the reader brings along.
pub(super) const OWN: &str = "own";

/// The most words or tokens of one request.
const MOST_TOKENS: u64 = 10_000_000;
/// The most requests a month.
const MOST_REQUESTS: u64 = 100_000_000;
/// The highest price per million tokens, in millionths of a dollar.
const MOST_MICRO_USD: u64 = 10_000_000_000;

/// A handle that lives as long as the page: the fields are many, and every captured word is code.
#[derive(Clone, Copy)]
pub(super) struct CostState(&'static CostParts);

/// What it holds.
pub(super) struct CostParts {
    pub(super) context: ExhibitContext,
    pub(super) task: RwSignal<Task>,
    /// The id of the chosen model, or [`OWN`].
    pub(super) model: RwSignal<String>,
    /// Whether sizes are in words; otherwise they are in tokens.
    pub(super) in_words: RwSignal<bool>,
    pub(super) is_batch: RwSignal<bool>,
    pub(super) order: RwSignal<Order>,
    pub(super) input: NumberField,
    pub(super) output: NumberField,
    pub(super) reasoning: NumberField,
    pub(super) cached: NumberField,
    pub(super) requests: NumberField,
    pub(super) own_input: NumberField,
    pub(super) own_cached: NumberField,
    pub(super) own_output: NumberField,
}

impl std::ops::Deref for CostState {
    type Target = CostParts;

    fn deref(&self) -> &CostParts {
        self.0
    }
}

/// What is priced: a model of the data, or prices that the reader brings along.
#[derive(Clone, Copy)]
pub(super) enum Priced {
    Model(&'static Model),
    Own,
}

impl CostState {
    pub(super) fn new(context: ExhibitContext) -> Self {
        let facts = &context.data().more.costs;
        let first = facts.preset(Task::Chat);
        let field = |name, most, first: u32| NumberField::new(context, name, Kind::Whole, most, u64::from(first));
        let price = |name, first: PricePerMtok| {
            NumberField::new(context, name, Kind::Dollars, MOST_MICRO_USD, first.micro_usd())
        };
        let start = context.data().facts.model_by_id(&facts.start_model).expect("the start model");
        let tariff = Tariff::of(start, &context.data().more);
        Self(Box::leak(Box::new(CostParts {
            context,
            task: RwSignal::new(first.task),
            model: RwSignal::new(facts.start_model.clone()),
            in_words: RwSignal::new(true),
            is_batch: RwSignal::new(false),
            order: RwSignal::new(Order::default()),
            input: field("cost-input", MOST_TOKENS, facts.words_sent(first)),
            output: field("cost-output", MOST_TOKENS, first.output_words),
            reasoning: field("cost-reasoning", MOST_TOKENS, first.reasoning_tokens),
            cached: NumberField::new(context, "cost-cached", Kind::Percent, 100, u64::from(first.cached_percent)),
            requests: field("cost-requests", MOST_REQUESTS, first.requests()),
            own_input: price("cost-own-input", tariff.input),
            own_cached: price("cost-own-cached", tariff.cached.unwrap_or(tariff.input)),
            own_output: price("cost-own-output", tariff.output),
        })))
    }

    pub(super) fn text(self) -> Words {
        self.context.text().exhibits().cost()
    }

    pub(super) fn facts(self) -> &'static CostFacts {
        &self.context.data().more.costs
    }

    /// The reader chose a task: its sizes are written into the fields.
    pub(super) fn start_from(self, task: Task) {
        let preset = self.facts().preset(task);
        self.task.set(task);
        self.in_words.set(true);
        self.is_batch.set(false);
        self.input.write(u64::from(self.facts().words_sent(preset)));
        self.output.write(u64::from(preset.output_words));
        self.reasoning.write(u64::from(preset.reasoning_tokens));
        self.cached.write(u64::from(preset.cached_percent));
        self.requests.write(u64::from(preset.requests()));
    }

    /// The fields that are in use.
    fn fields(self) -> impl Iterator<Item = NumberField> {
        let always = [self.output, self.reasoning, self.cached, self.requests];
        let own = [self.own_input, self.own_cached, self.own_output];
        let is_own = self.is_own();
        let input = (!self.is_own_text()).then_some(self.input);
        input.into_iter().chain(always).chain(own.into_iter().filter(move |_| is_own))
    }

    /// What the first field says that holds no number.
    pub(super) fn misread(self) -> String {
        self.fields().find(|field| field.is_misread()).map(NumberField::message).unwrap_or_default()
    }

    /// That the figure waits; nothing while it does not.
    pub(super) fn waits(self) -> &'static str {
        if self.fields().any(NumberField::is_misread) { self.text().waits() } else { "" }
    }

    pub(super) fn is_own(self) -> bool {
        self.model.with(|model| model == OWN)
    }

    pub(super) fn is_own_text(self) -> bool {
        self.task.get() == Task::OwnText
    }

    /// What the reader chose.
    pub(super) fn chosen(self) -> Priced {
        let model = self.model.with(|id| self.context.data().facts.model_by_id(id));
        model.map_or(Priced::Own, Priced::Model)
    }

    /// Everything that is compared: all models, and the reader's prices while they are chosen.
    pub(super) fn compared(self) -> Vec<Priced> {
        let models = self.context.data().facts.models.iter().map(Priced::Model);
        models.chain(self.is_own().then_some(Priced::Own)).collect()
    }

    pub(super) fn name(self, priced: Priced) -> &'static str {
        match priced {
            Priced::Model(model) => &model.name,
            Priced::Own => self.text().own(),
        }
    }

    pub(super) fn tariff(self, priced: Priced) -> Tariff<'static> {
        match priced {
            Priced::Model(model) => Tariff::of(model, &self.context.data().more),
            Priced::Own => {
                let price = |field: NumberField| PricePerMtok::from_micro_usd(field.value());
                let prices = OwnPrices {
                    input: price(self.own_input),
                    cached: price(self.own_cached),
                    output: price(self.own_output),
                };
                Tariff::own(prices, self.facts())
            }
        }
    }

    /// The reader's workload for `priced`; nothing while the text is being counted.
    pub(super) fn workload(self, priced: Priced) -> Option<Workload> {
        let size = |field: NumberField| {
            if self.in_words.get() { Size::Words(field.number()) } else { Size::Tokens(field.number()) }
        };
        let input = if self.is_own_text() { Size::Counted(self.counted(priced)?) } else { size(self.input) };
        Some(Workload {
            input,
            output: size(self.output),
            reasoning_tokens: self.reasoning.number(),
            cached_percent: self.cached.number(),
            is_batch: self.is_batch.get(),
        })
    }

    /// Tokens of the text in the token lab; for an unknown model, as any of the others would count it.
    fn counted(self, priced: Priced) -> Option<Count> {
        match priced {
            Priced::Model(model) => self.context.input(model),
            Priced::Own => {
                let counts = self.context.data().facts.models.iter().filter_map(|model| self.context.input(model));
                counts.reduce(Count::spanning)
            }
        }
    }

    pub(super) fn quote_of(self, priced: Priced) -> Option<Quote> {
        Some(Quote::new(&self.tariff(priced), &self.workload(priced)?))
    }

    /// The cost with what the reader chose.
    pub(super) fn quote(self) -> Option<Quote> {
        self.quote_of(self.chosen())
    }
}
