//! Amounts that compare prices, and rules of thumb.
//!
//! Invariant: prices are compared in thousandths, by whole numbers; what has no single answer is refused.

use super::Amounts;
use crate::journey::{CharsPerToken, Model, Variation};
use crate::pricing::PricePerMtok;

impl Amounts<'_> {
    pub(super) fn output_share(&self, model: &Model, input: &str, output: &str) -> Result<String, String> {
        let (input, output) = self.costs(model, input, output)?;
        let total = (input + output).pico().max(1);
        let percent = (100 * output.pico() + total / 2) / total;
        Ok(self.number.as_percent(percent as u32))
    }

    pub(super) fn output_times(&self, which: &str) -> Result<String, String> {
        let times = self.facts.models.iter().map(|model| thousandths(model.price.output, model.price.input));
        let times = match which {
            "least" => times.min(),
            "most" => times.max(),
            _ => return Err(format!("it is `least` or `most`, not `{which}`")),
        };
        times.map(|times| self.times(times)).ok_or_else(|| "there is no model".to_owned())
    }

    pub(super) fn price_times(&self, model: &Model, other: &Model) -> Result<String, String> {
        let input = thousandths(model.price.input, other.price.input);
        let output = thousandths(model.price.output, other.price.output);
        if input == output { Ok(self.times(input)) } else { Err("input and output differ".to_owned()) }
    }

    pub(super) fn multiplier(&self, model: &Model, variation: &str, half: &str) -> Result<String, String> {
        let unknown = || format!("there is no variation `{variation}`");
        let terms = self.terms(model, Variation::from_name(variation).ok_or_else(unknown)?)?;
        match half {
            "input" => Ok(self.times(u64::from(terms.input_thousandths))),
            "output" => Ok(self.times(u64::from(terms.output_thousandths))),
            _ => Err(format!("it is of `input` or `output`, not of `{half}`")),
        }
    }

    /// What a number of thousandths is, with as many decimals as it needs.
    fn times(&self, thousandths: u64) -> String {
        let text = format!("{}.{:03}", thousandths / 1_000, thousandths % 1_000);
        self.number.fraction(text.trim_end_matches('0').trim_end_matches('.'))
    }

    pub(super) fn characters_per_token(&self, model: &Model) -> Result<String, String> {
        let CharsPerToken { low_hundredths, high_hundredths } = model.rule.chars_per_token;
        if low_hundredths != high_hundredths {
            return Err(format!("the rule of {} is a range", model.id));
        }
        Ok(self.times(u64::from(low_hundredths) * 10))
    }
}

/// One price over another, in thousandths.
fn thousandths(price: PricePerMtok, other: PricePerMtok) -> u64 {
    let (price, other) = (price.cost(1).pico(), other.cost(1).pico().max(1));
    (1_000 * price + other / 2) / other
}
