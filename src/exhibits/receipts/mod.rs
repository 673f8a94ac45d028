//! One request in three usage records, row by row, and its bill under each provider's terms.

mod words;

use leptos::prelude::*;

use super::ExhibitContext;
use super::field::{NumberField, number_field};
use super::markup::{english, live_table};
use super::proof::evidence_link;
use crate::journey::{
    Item, Meaning, Model, Provider, ReceiptLine, Role, Terms, Usage, UsageField, Variation, itemize, total,
};
use crate::markup::escape;
use crate::pricing::Evidence;
use crate::ui::widgets::{Choice, choice, constant_text, live_bool, live_text, menu, paragraph};
use crate::words::{Kind, fill};
pub use words::Words;

/// The most tokens that can come with the text.
const MOST_TOKENS: u64 = 2_000_000;

pub(super) fn view(context: ExhibitContext) -> impl IntoView {
    let text = context.text().exhibits().receipts();
    let variation = RwSignal::new(Variation::Plain);
    let assumed = NumberField::new(context, "assumed", Kind::Whole, MOST_TOKENS, 0);
    let models: Vec<_> = Provider::ALL.iter().map(|_| RwSignal::new(String::new())).collect();
    let models: &'static [RwSignal<String>] = models.leak();
    let choices = Variation::ALL.iter().map(|&v| choice(v.name(), text.variations().of(v).label())).collect();
    let choose = move |name: String| {
        let chosen = Variation::from_name(&name).unwrap_or(Variation::Plain);
        variation.set(chosen);
        assumed.write(u64::from(chosen.assumed_tokens()));
    };
    let circumstances =
        move || Circumstances { context, variation: variation.get(), assumed: assumed.number(), models };
    let no_tokens = live_bool(move || variation.get().assumed_tokens() == 0);
    let records = live_text(move || circumstances().records());
    let bills = live_text(move || circumstances().bills());
    view! {
        <section class="receipts card" aria-labelledby="receipts-title">
            <header class="card__header">
                <h3 class="card__title" id="receipts-title">{text.title()}</h3>
            </header>
            <div class="menus live-only">
                {menu("variation", text.variation(), choices, live_text(move || variation.get().name().to_owned()), choose)}
                <div hidden=no_tokens>{number_field(assumed, constant_text(text.tokens()))}</div>
            </div>
            <div class="menus live-only">{model_menus(circumstances)}</div>
            {paragraph("receipts__about", live_text(move || text.variations().of(variation.get()).text().to_owned()))}
            {paragraph("evidence", live_text(move || remark(context, variation.get())))}
            {live_table(text.record_caption(), records)}
            {live_table(text.bill_caption(), bills)}
        </section>
    }
}

/// A menu of each provider's models. Until the reader chooses in it, it follows the journey.
fn model_menus(circumstances: impl Fn() -> Circumstances + Copy + Send + Sync + 'static) -> Vec<impl IntoView> {
    let Circumstances { context, models, .. } = untrack(circumstances);
    let facts = &context.data().facts;
    let of = move |(&provider, &chosen): (&'static Provider, &RwSignal<String>)| {
        let own = facts.models.iter().filter(|model| model.provider == provider);
        let choices = own
            .map(|model| Choice {
                value: model.id.clone(),
                words: model.name.clone(),
                offered: live_bool(move || model.is_offered(provider, context.journey_with(|now| now.encoding))),
            })
            .collect();
        let name = match provider {
            Provider::OpenAi => "openai-model",
            Provider::Anthropic => "anthropic-model",
            Provider::Gemini => "gemini-model",
        };
        let value = live_text(move || circumstances().model(provider).id.clone());
        menu(name, &facts.provider(provider).name, choices, value, move |id| chosen.set(id))
    };
    Provider::ALL.iter().zip(models).map(of).collect()
}

/// A long name that may break where its words meet.
fn breakable(path: &str) -> String {
    let mut out = String::new();
    for c in path.chars() {
        if c.is_ascii_uppercase() {
            out.push_str("<wbr>");
        }
        out.push(c);
        if matches!(c, '.' | '_') {
            out.push_str("<wbr>");
        }
    }
    out
}

/// Where the additional tokens come from.
fn remark(context: ExhibitContext, variation: Variation) -> String {
    let text = context.text().exhibits().receipts();
    match variation {
        Variation::Plain | Variation::Batch => String::new(),
        Variation::Image => text.picture().to_owned(),
        _ => text.assumed().to_owned(),
    }
}

/// The reader's request in one of the circumstances.
#[derive(Clone, Copy)]
struct Circumstances {
    context: ExhibitContext,
    variation: Variation,
    assumed: u32,
    /// The ids of the models that the reader chose here, in the order of the providers; empty where none was.
    models: &'static [RwSignal<String>],
}

impl Circumstances {
    /// The model of `provider`: the reader's choice here, or else that of the journey.
    fn model(self, provider: Provider) -> &'static Model {
        let place = Provider::ALL.iter().position(|&other| other == provider);
        let chosen = place.and_then(|place| self.models.get(place)).map(Get::get).unwrap_or_default();
        if chosen.is_empty() {
            return self.context.model(provider);
        }
        let facts = &self.context.data().facts;
        facts.model(provider, self.context.journey_with(|journey| journey.encoding), &chosen)
    }

    fn terms(self, model: &Model) -> Option<&'static Terms> {
        self.context.data().more.terms(model, self.variation)
    }

    /// What `model` uses; nothing while the text is being counted or if it has no such variation.
    fn usage(self, model: &Model) -> Option<Usage> {
        let (text, answer) = (self.context.input(model)?, self.context.output(model));
        self.variation.usage_under(self.terms(model), text, answer, self.assumed)
    }

    /// The three records side by side.
    fn records(self) -> String {
        let text = self.context.text().exhibits().receipts();
        let records: Vec<Option<Vec<UsageField>>> = Provider::ALL
            .iter()
            .map(|&provider| self.usage(self.model(provider)).map(|usage| usage.record(provider)))
            .collect();
        let mut out = self.head(text.record(), text.meaning(), true);
        for &meaning in Meaning::ALL {
            out += &format!("<tr><th scope=\"row\">{}</th>", escape(text.meanings().of(meaning)));
            for (record, &provider) in records.iter().zip(Provider::ALL) {
                let field = record.as_ref().map(|fields| fields.iter().find(|field| field.meaning == meaning));
                out += &match field {
                    None => format!("<td>{}</td>", self.nothing(provider)),
                    Some(None) => format!("<td class=\"receipts__none\">{}</td>", escape(text.no_field())),
                    Some(Some(field)) => self.field(field),
                };
            }
            out += "</tr>";
        }
        out + "</tbody></table>"
    }

    /// In place of a number: that it was not found, or dots while the text is being counted.
    fn nothing(self, provider: Provider) -> String {
        let terms = self.terms(self.model(provider));
        let is_unknown = terms.is_some_and(|terms| terms.sourced.evidence == Evidence::Unknown);
        if is_unknown { escape(self.context.text().exhibits().receipts().not_known()) } else { "…".to_owned() }
    }

    fn field(self, field: &UsageField) -> String {
        let text = self.context.text().exhibits().receipts();
        let sign = match field.role {
            Role::Adds => "+",
            Role::Inside => text.inside(),
            Role::Total => "=",
        };
        format!(
            "<td class=\"receipts__field receipts__field--{}\"><code>{}</code><span class=\"receipts__sum\">\
             <span class=\"receipts__sign\">{}</span> <span class=\"receipts__count\">{}</span></span></td>",
            field.role.name(),
            breakable(field.path),
            escape(sign),
            escape(&self.context.text().number().count(Some(field.tokens))),
        )
    }

    /// The three bills side by side.
    fn bills(self) -> String {
        let text = self.context.text().exhibits().receipts();
        let bills: Vec<Option<Vec<(Item, ReceiptLine)>>> = Provider::ALL
            .iter()
            .map(|&provider| {
                let model = self.model(provider);
                self.usage(model).map(|usage| itemize(&usage, &model.price, self.terms(model)))
            })
            .collect();
        let mut out = self.head(text.bill(), text.line(), false);
        for &item in Item::ALL {
            let lines: Vec<_> = bills.iter().map(|bill| line_of(bill.as_ref(), item)).collect();
            if lines.iter().all(Option::is_none) {
                continue;
            }
            out += &format!("<tr><th scope=\"row\">{}</th>", escape(text.items().of(item)));
            for line in lines {
                out += &format!("<td>{}</td>", line.map(|line| self.bill_line(line)).unwrap_or_default());
            }
            out += "</tr>";
        }
        out += &format!("</tbody><tfoot><tr><th scope=\"row\">{}</th>", escape(text.items().total()));
        for (bill, &provider) in bills.iter().zip(Provider::ALL) {
            let sum = bill.as_ref().map_or_else(|| self.nothing(provider), |bill| self.sum(bill));
            out += &format!("<td>{sum}</td>");
        }
        out += "</tr><tr class=\"receipts__notes\"><th scope=\"row\"></th>";
        for &provider in Provider::ALL {
            out += &format!("<td>{}</td>", self.note(provider));
        }
        out + "</tr></tfoot></table>"
    }

    fn bill_line(self, line: ReceiptLine) -> String {
        let number = self.context.text().number();
        format!(
            "{} × {}<br><span class=\"receipts__cost\">{}</span>",
            escape(&number.count(Some(line.tokens))),
            escape(&number.as_dollars(number.fraction(line.price))),
            escape(&number.amount(line.cost()))
        )
    }

    fn sum(self, bill: &[(Item, ReceiptLine)]) -> String {
        let text = self.context.text().exhibits().receipts();
        let exact = bill.iter().all(|(_, line)| line.tokens.is_exact());
        let (class, badge) = if exact { ("exact", text.exact()) } else { ("estimate", text.estimate()) };
        format!(
            "<strong class=\"receipts__total\">{}</strong> <span class=\"badge badge--{class}\">{}</span>",
            escape(&self.context.text().number().amount(total(bill))),
            escape(badge)
        )
    }

    /// The rule behind the bill, and where it was read.
    fn note(self, provider: Provider) -> String {
        let text = self.context.text().exhibits().receipts();
        let model = self.model(provider);
        let price = &model.price;
        let words = escape(&fill(text.source(), &[("date", &price.sourced.checked)]));
        let evidence = if price.sourced.evidence == Evidence::Documented { text.documented() } else { text.reported() };
        let mut out = format!(
            "<a href=\"{}\" target=\"_blank\" rel=\"noopener noreferrer\">{words}</a> ({})",
            escape(&price.sourced.source),
            escape(evidence)
        );
        if let Some(terms) = self.terms(model) {
            let missing = if terms.exists { "" } else { text.not_offered() };
            let proof = evidence_link(self.context, provider, &terms.sourced);
            out += &format!("<br>{} {} {proof}", escape(missing), english(&terms.note));
        }
        out
    }

    /// The beginning of a table with a column for each provider.
    fn head(self, caption: &str, first: &str, with_sources: bool) -> String {
        let columns: String = Provider::ALL
            .iter()
            .map(|&provider| {
                let facts = self.context.data().facts.provider(provider);
                let record = self.context.data().more.record(provider);
                let proof = record
                    .filter(|_| with_sources)
                    .map(|record| evidence_link(self.context, provider, &record.sourced));
                let below = proof.unwrap_or_else(|| escape(&self.model(provider).name));
                format!("<th scope=\"col\">{}<small>{below}</small></th>", escape(&facts.name))
            })
            .collect();
        format!(
            "<table class=\"comparison receipts__table\"><caption>{}</caption>\
             <thead><tr><th scope=\"col\">{}</th>{columns}</tr></thead><tbody>",
            escape(caption),
            escape(first)
        )
    }
}

fn line_of(bill: Option<&Vec<(Item, ReceiptLine)>>, item: Item) -> Option<ReceiptLine> {
    bill?.iter().find(|(found, _)| *found == item).map(|&(_, line)| line)
}

#[cfg(test)]
mod tests {
    use super::breakable;

    #[test]
    fn names_break_between_words() {
        assert_eq!(breakable("promptTokenCount"), "prompt<wbr>Token<wbr>Count");
        assert_eq!(breakable("a.b_c"), "a.<wbr>b_<wbr>c");
    }
}
