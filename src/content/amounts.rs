//! Amounts in the text, from the data: prices, costs, and tokens of real texts.
//!
//! Before Markdown is read, `{price:gpt-6.2-sol input}` becomes what the data says on the build's day. An
//! amount may stand inside a mark (`{money:{cost:…}}`).
//!
//! | written | becomes |
//! |---|---|
//! | `{price:MODEL HALF}` | its price per million tokens; HALF is `input`, `output`, `cache-write` or `cache-hit` |
//! | `{cost:MODEL IN OUT}` | what IN input and OUT output tokens cost |
//! | `{cache-cost:MODEL WRITTEN READ}` | what it costs to write WRITTEN tokens to a cache and to read READ from it |
//! | `{output-share:MODEL IN OUT}` | how much of a cost is for the output, in percent |
//! | `{output-times:least}`, `{output-times:most}` | how many times an input token an output token costs, over all models |
//! | `{price-times:MODEL OTHER}` | how many times the price of OTHER the model costs, for input and output alike |
//! | `{threshold:MODEL}` | the input tokens above which its price for long contexts holds |
//! | `{multiplier:MODEL VARIATION HALF}` | what the variation multiplies its price by |
//! | `{characters-per-token:MODEL}` | the rule of thumb for its tokens in English |
//! | `{tokens:ENCODING TEXT}` | the tokens of a text |
//! | `{per-character:ENCODING TEXT}` | its tokens over its characters, with two decimals |
//! | `{ratio:ENCODING TEXT OTHER}` | the tokens of one text over another's, with two decimals |
//! | `{words:TEXT}`, `{characters:TEXT}` | a text's words between spaces, its characters |
//!
//! A TEXT is a file in `content/texts/`, or words in straight quotation marks as the last of a directive. Tokens
//! (IN, OUT, WRITTEN, READ) are a number, a text to count, or `1333*TEXT/OTHER`: as many as a text of 1,333 tokens
//! would have if it grew as from OTHER to TEXT.
//!
//! Invariant: a number that the data has is never typed into the prose; what cannot be answered does not build.

mod comparisons;

use std::path::Path;

use super::Texts;
use super::marks::{Span, spans};
use crate::journey::{Facts, Model, Terms, Variation};
use crate::names::named_enum;
use crate::pricing::{PricePerMtok, Usd};
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
        /// The cost of a stretch that is written to a cache and read from it.
        CacheCost = "cache-cost",
        /// How much of a cost is for output.
        OutputShare = "output-share",
        /// How many times input output costs.
        OutputTimes = "output-times",
        /// How many times another model a model costs.
        PriceTimes = "price-times",
        /// From where on a context is long.
        Threshold = "threshold",
        /// What a variation does to a price.
        Multiplier = "multiplier",
        /// A rule of thumb.
        CharactersPerToken = "characters-per-token",
        /// A text's tokens.
        Tokens = "tokens",
        /// A text's tokens over its characters.
        PerCharacter = "per-character",
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
    /// What variations do to prices.
    pub terms: &'a [Terms],
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
                let amount = self.amount(kind, &arguments(words));
                amount.map_err(|problem| format!("`{{{}:{words}}}`: {problem}", kind.name()))
            }
        };
        spans(text, Kind::from_name).into_iter().map(filled).collect()
    }

    fn amount(&self, kind: Kind, words: &[&str]) -> Result<String, String> {
        match (kind, words) {
            (Kind::Price, &[model, half]) => self.price(self.model(model)?, half),
            (Kind::Cost, &[model, input, output]) => self.cost(self.model(model)?, input, output),
            (Kind::CacheCost, &[model, written, read]) => self.cache_cost(self.model(model)?, written, read),
            (Kind::OutputShare, &[model, input, output]) => self.output_share(self.model(model)?, input, output),
            (Kind::OutputTimes, &[which]) => self.output_times(which),
            (Kind::PriceTimes, &[model, other]) => self.price_times(self.model(model)?, self.model(other)?),
            (Kind::Threshold, &[model]) => {
                Ok(self.number.whole(self.terms(self.model(model)?, Variation::LongContext)?.threshold_tokens))
            }
            (Kind::Multiplier, &[model, variation, half]) => self.multiplier(self.model(model)?, variation, half),
            (Kind::CharactersPerToken, &[model]) => self.characters_per_token(self.model(model)?),
            (Kind::Tokens, &[encoding, text]) => Ok(self.number.whole(self.tokens(encoding_of(encoding)?, text)?)),
            (Kind::PerCharacter, &[encoding, text]) => {
                let characters = self.text(text)?.chars().count() as u32;
                Ok(self.quotient(self.tokens(encoding_of(encoding)?, text)?, characters))
            }
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
            _ => match Variation::from_name(half) {
                Some(variation @ (Variation::CacheWrite | Variation::CacheHit)) => {
                    self.cache_price(model, variation)?
                }
                _ => {
                    return Err(format!(
                        "a price is of `input`, `output`, `cache-write` or `cache-hit`, not of `{half}`"
                    ));
                }
            },
        };
        Ok(self.number.as_dollars(self.number.fraction(price)))
    }

    fn cost(&self, model: &Model, input: &str, output: &str) -> Result<String, String> {
        let (input, output) = self.costs(model, input, output)?;
        Ok(self.number.about_dollars(input + output))
    }

    fn costs(&self, model: &Model, input: &str, output: &str) -> Result<(Usd, Usd), String> {
        let cost = |price: PricePerMtok, tokens| self.tokens_of(model, tokens).map(|tokens| price.cost(tokens));
        Ok((cost(model.price.input, input)?, cost(model.price.output, output)?))
    }

    fn cache_price(&self, model: &Model, variation: Variation) -> Result<PricePerMtok, String> {
        Ok(model.price.input.times_thousandths(self.terms(model, variation)?.input_thousandths))
    }

    fn cache_cost(&self, model: &Model, written: &str, read: &str) -> Result<String, String> {
        let written = self.cache_price(model, Variation::CacheWrite)?.cost(self.tokens_of(model, written)?);
        let read = self.cache_price(model, Variation::CacheHit)?.cost(self.tokens_of(model, read)?);
        Ok(self.number.about_dollars(written + read))
    }

    fn terms(&self, model: &Model, variation: Variation) -> Result<&Terms, String> {
        let found = self.terms.iter().find(|terms| terms.model == model.id && terms.variation == variation);
        let found = found.filter(|terms| terms.exists);
        found.ok_or_else(|| format!("{} has no `{}`", model.id, variation.name()))
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
        Ok(self.quotient(self.tokens(encoding, text)?, self.tokens(encoding, other)?))
    }

    fn quotient(&self, dividend: u32, divisor: u32) -> String {
        self.number.fraction(format!("{:.2}", f64::from(dividend) / f64::from(divisor.max(1))))
    }

    fn tokens(&self, encoding: Encoding, text: &str) -> Result<u32, String> {
        if let Some((tokens, texts)) = text.split_once('*')
            && let (Ok(tokens), Some((text, other))) = (tokens.parse::<u64>(), texts.split_once('/'))
        {
            let (grown, before) = (self.tokens(encoding, text)?, u64::from(self.tokens(encoding, other)?.max(1)));
            return Ok(((tokens * u64::from(grown) + before / 2) / before) as u32);
        }
        (self.count)(encoding, &self.text(text)?)
    }

    /// The text of that name in the folder of texts.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn text(&self, name: &str) -> Result<String, String> {
        if let Some(words) = name.strip_prefix('"').and_then(|words| words.strip_suffix('"')) {
            return Ok(words.to_owned());
        }
        Texts(self.texts).read(name).map_err(|error| error.to_string())
    }

    fn model(&self, id: &str) -> Result<&Model, String> {
        self.facts.model_by_id(id).ok_or_else(|| format!("no model is called `{id}`"))
    }
}

/// The words of a directive; what begins with a quotation mark goes on to its end.
fn arguments(words: &str) -> Vec<&str> {
    let (plain, quoted) = words.split_at(words.find('"').unwrap_or(words.len()));
    let quoted = Some(quoted.trim_end()).filter(|quoted| !quoted.is_empty());
    plain.split_whitespace().chain(quoted).collect()
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
    use crate::journey::{Facts, Terms, Variation};
    use crate::pricing::Sourced;
    use crate::tokenizer::Encoding;

    /// Fills `text` in with this repository's facts and texts, where a token has ten characters.
    fn filled(text: &str) -> Result<String, String> {
        let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
        let (mut facts, _) =
            Facts::load(&content.join("data"), day::parse("2026-11-27").expect("a day")).expect("usable facts");
        facts
            .models
            .retain(|model| ["gpt-5.4-mini", "gpt-4o-mini", "gpt-6.2-sol", "gpt-6-luna"].contains(&model.id.as_str()));
        let model = facts.models.iter_mut().find(|model| model.encoding == Some(Encoding::O200kBase)).expect("one");
        "exact".clone_into(&mut model.id);
        model.price.input = "2".parse().expect("a price");
        model.price.output = "10.5".parse().expect("a price");
        let terms = |variation, exists, input_thousandths| Terms {
            model: "exact".to_owned(),
            variation,
            exists,
            input_thousandths,
            output_thousandths: 1_500,
            threshold_tokens: 272_000,
            image_tokens: None,
            note: String::new(),
            sourced: Sourced::common_knowledge(),
        };
        let terms = [
            terms(Variation::CacheWrite, true, 1_250),
            terms(Variation::CacheHit, true, 50),
            terms(Variation::LongContext, true, 2_000),
            terms(Variation::Batch, false, 500),
        ];
        let count = |encoding, text: &str| match encoding {
            Encoding::O200kBase => Ok(text.chars().count() as u32 / 10),
            _ => Err("not counted".to_owned()),
        };
        let number = test_strings().number();
        Amounts { facts: &facts, terms: &terms, number, texts: &content.join("texts"), count: &count }.fill(text)
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
    fn terms_of_caches_and_long_contexts_are_those_of_the_data() {
        assert_eq!(filled("{price:exact cache-write}, {price:exact cache-hit}").as_deref(), Ok("$2.50, $0.10"));
        // 20,000 × 2.50 + 380,000 × 0.10 millionths.
        assert_eq!(filled("{cache-cost:exact 20000 380000}").as_deref(), Ok("$0.088"));
        assert_eq!(filled("{threshold:exact}").as_deref(), Ok("272,000"));
        let multipliers = "{multiplier:exact long-context input} {multiplier:exact long-context output}";
        assert_eq!(filled(multipliers).as_deref(), Ok("2 1.5"));
    }

    #[test]
    fn prices_are_compared_with_each_other() {
        // 0.60 over 0.15, 10.5 over 2.
        assert_eq!(filled("{output-times:least} to {output-times:most}").as_deref(), Ok("4 to 5.25"));
        assert_eq!(filled("{price-times:gpt-6.2-sol gpt-6-luna}").as_deref(), Ok("20"));
        // 21,000 of 23,000 millionths.
        assert_eq!(filled("{output-share:exact 1000 2000}").as_deref(), Ok("91 %"));
        assert_eq!(filled("{characters-per-token:exact}").as_deref(), Ok("4"));
        assert!(filled("{price-times:exact gpt-6-luna}").is_err_and(|error| error.contains("differ")));
    }

    #[test]
    fn words_in_the_text_are_counted_and_texts_scaled() {
        let text =
            "{tokens:o200k_base \" twenty characters..\"} {words:\"one two\"} {per-character:o200k_base udhr-1.zh}";
        assert_eq!(filled(text).as_deref(), Ok("2 2 0.09"));
        // 1,000 × 4 ÷ 17.
        assert_eq!(filled("{tokens:o200k_base 1000*udhr-1.zh/udhr-1.en}").as_deref(), Ok("235"));
        assert_eq!(filled("{cost:exact 1000*udhr-1.zh/udhr-1.en 0}").as_deref(), Ok("$0.0005"));
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
            ("{price:exact cached}", "a price is of"),
            ("{price:exact batch}", "a price is of"),
            ("{price:gpt-6-luna cache-hit}", "has no `cache-hit`"),
            ("{multiplier:exact batch input}", "has no `batch`"),
            ("{multiplier:exact long-context cached}", "`input` or `output`"),
            ("{output-times:some}", "`least` or `most`"),
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
