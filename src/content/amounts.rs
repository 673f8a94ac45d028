//! Amounts in the text, from the data: prices, costs, and tokens of real texts.
//!
//! Before Markdown is read, `{price:gpt-6.2-sol input}` becomes what the data says on the build's day. An
//! amount may stand inside a mark (`{money:{cost:…}}`).
//!
//! | written | becomes |
//! |---|---|
//! | `{price:MODEL input}`, `{price:MODEL output}` | its price per million tokens |
//! | `{cost:MODEL IN OUT}` | what IN input and OUT output tokens cost: numbers, or texts to count |
//! | `{tokens:ENCODING TEXT}` | the tokens of a text in `content/texts/` |
//! | `{words:TEXT}`, `{characters:TEXT}` | its words between spaces, its characters |
//! | `{ratio:ENCODING TEXT OTHER}` | the tokens of one text over another's, with two decimals |
//!
//! Invariant: a number that the data has is never typed into the prose; what cannot be answered does not build.

use std::path::Path;

use super::error::read;
use super::marks::{Span, spans};
use crate::journey::{Facts, Model};
use crate::names::named_enum;
use crate::tokenizer::Encoding;
use crate::words::NumberStrings;

/// Counts the tokens of a text exactly, or says why it cannot.
pub type CountTokens<'a> = &'a dyn Fn(Encoding, &str) -> Result<u32, String>;

named_enum! {
    /// What an amount tells.
    pub enum Kind {
        /// A price per million tokens.
        Price = "price",
        /// The cost of a request.
        Cost = "cost",
        /// A text's tokens.
        Tokens = "tokens",
        /// A text's words.
        Words = "words",
        /// A text's characters.
        Characters = "characters",
        /// One text's tokens over another's.
        Ratio = "ratio",
    }
}

/// Where amounts come from.
#[derive(Clone, Copy)]
pub struct Amounts<'a> {
    /// Models and prices.
    pub facts: &'a Facts,
    /// How the language writes numbers.
    pub number: NumberStrings,
    /// The folder of texts.
    pub texts: &'a Path,
    /// The authority on tokens.
    pub count: CountTokens<'a>,
}

impl Amounts<'_> {
    /// `text` with its amounts filled in; what only resembles one stays as it is.
    ///
    /// # Errors
    /// The amount that cannot be answered, and why.
    pub fn fill(&self, text: &str) -> Result<String, String> {
        let filled = |span| match span {
            Span::Plain(text) => Ok(text.to_owned()),
            Span::Marked(kind, words) => {
                let amount = self.amount(kind, &words.split_whitespace().collect::<Vec<_>>());
                amount.map_err(|problem| format!("`{{{}:{words}}}`: {problem}", kind.name()))
            }
        };
        spans(text, Kind::from_name).into_iter().map(filled).collect()
    }

    fn amount(&self, kind: Kind, words: &[&str]) -> Result<String, String> {
        match (kind, words) {
            (Kind::Price, &[model, half]) => self.price(self.model(model)?, half),
            (Kind::Cost, &[model, input, output]) => self.cost(self.model(model)?, input, output),
            (Kind::Tokens, &[encoding, text]) => Ok(self.number.whole(self.tokens(encoding_of(encoding)?, text)?)),
            (Kind::Words, &[text]) => Ok(self.number.whole(self.text(text)?.split_whitespace().count() as u32)),
            (Kind::Characters, &[text]) => Ok(self.number.whole(self.text(text)?.chars().count() as u32)),
            (Kind::Ratio, &[encoding, text, other]) => self.ratio(encoding_of(encoding)?, text, other),
            _ => Err("it has too few or too many words".to_owned()),
        }
    }

    fn price(&self, model: &Model, half: &str) -> Result<String, String> {
        let price = match half {
            "input" => model.price.input,
            "output" => model.price.output,
            _ => return Err(format!("a price is of `input` or `output`, not of `{half}`")),
        };
        Ok(self.number.as_dollars(self.number.fraction(price)))
    }

    fn cost(&self, model: &Model, input: &str, output: &str) -> Result<String, String> {
        let cost = model.price.input.cost(self.tokens_of(model, input)?)
            + model.price.output.cost(self.tokens_of(model, output)?);
        Ok(self.number.about_dollars(cost))
    }

    /// A number of tokens, or that of a text in the model's encoding.
    fn tokens_of(&self, model: &Model, words: &str) -> Result<u32, String> {
        if let Ok(tokens) = words.parse() {
            return Ok(tokens);
        }
        let encoding = model.encoding.ok_or_else(|| format!("{} has no published encoding", model.id))?;
        self.tokens(encoding, words)
    }

    fn ratio(&self, encoding: Encoding, text: &str, other: &str) -> Result<String, String> {
        let (tokens, others) = (self.tokens(encoding, text)?, self.tokens(encoding, other)?);
        Ok(self.number.fraction(format!("{:.2}", f64::from(tokens) / f64::from(others.max(1)))))
    }

    fn tokens(&self, encoding: Encoding, text: &str) -> Result<u32, String> {
        (self.count)(encoding, &self.text(text)?)
    }

    /// The text of that name in the folder of texts.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn text(&self, name: &str) -> Result<String, String> {
        let text = read(&self.texts.join(format!("{name}.txt"))).map_err(|error| error.to_string())?;
        Ok(text.trim_end_matches('\n').to_owned())
    }

    fn model(&self, id: &str) -> Result<&Model, String> {
        self.facts.model_by_id(id).ok_or_else(|| format!("no model is called `{id}`"))
    }
}

fn encoding_of(name: &str) -> Result<Encoding, String> {
    Encoding::from_name(name).ok_or_else(|| format!("no encoding is called `{name}`"))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::Amounts;
    use crate::content::day;
    use crate::content::words::test_strings;
    use crate::journey::Facts;
    use crate::tokenizer::Encoding;

    /// Fills `text` in with this repository's facts and texts, where a token has ten characters.
    fn filled(text: &str) -> Result<String, String> {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        let (mut facts, _) =
            Facts::load(&content.join("data"), day::parse("2026-11-27").expect("a day")).expect("usable facts");
        let model = facts.models.iter_mut().find(|model| model.encoding == Some(Encoding::O200kBase)).expect("one");
        "exact".clone_into(&mut model.id);
        model.price.input = "2".parse().expect("a price");
        model.price.output = "10.5".parse().expect("a price");
        let count = |encoding, text: &str| match encoding {
            Encoding::O200kBase => Ok(text.chars().count() as u32 / 10),
            _ => Err("not counted".to_owned()),
        };
        let number = test_strings().number();
        Amounts { facts: &facts, number, texts: &content.join("texts"), count: &count }.fill(text)
    }

    #[test]
    fn prices_and_costs_are_those_of_the_data() {
        assert_eq!(filled("{price:exact input}, {price:exact output}").as_deref(), Ok("$2.00, $10.50"));
        // 75 × 2 + 1,186 × 10.5 millionths.
        assert_eq!(filled("{money:{cost:exact 75 1186}}").as_deref(), Ok("{money:$0.0126}"));
        assert_eq!(filled("{cost:exact 400000 0}").as_deref(), Ok("$0.80"));
        assert_eq!(filled("{cost:exact 600000000 0}").as_deref(), Ok("$1,200"));
        assert_eq!(filled("{cost:exact udhr-1.en 0}").as_deref(), Ok("$0.000034"));
    }

    #[test]
    fn texts_are_counted() {
        let text = "{words:udhr-1.en} {characters:udhr-1.zh} {tokens:o200k_base udhr-2-25.en}";
        assert_eq!(filled(text).as_deref(), Ok("30 43 612"));
        assert_eq!(filled("{ratio:o200k_base udhr-1.en udhr-1.zh}").as_deref(), Ok("4.25"));
    }

    #[test]
    fn look_alikes_stay_and_what_cannot_be_answered_does_not_build() {
        let text = "{key:API key} { {stage:send} `{` {price";
        assert_eq!(filled(text).as_deref(), Ok(text));
        for (text, problem) in [
            ("{price:nothing input}", "no model is called"),
            ("{price:exact cached}", "`input` or `output`"),
            ("{cost:exact 1}", "words"),
            ("{tokens:o200k_base missing}", "missing.txt"),
            ("{tokens:r50k_base udhr-1.en}", "not counted"),
            ("{tokens:latin udhr-1.en}", "no encoding"),
        ] {
            let error = filled(text).expect_err(text);
            assert!(error.contains(problem), "{error}");
        }
    }
}
