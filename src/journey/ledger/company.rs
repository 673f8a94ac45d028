//! An invented company: departments, products, keys, and what each key is used for on an ordinary day.
//!
//! Nothing here was measured. Invariant: a day's use is a function of the key and the day, so that a month is the same
//! whenever it is looked at.

use crate::journey::{ExhibitFacts, Model};
use crate::names::named_enum;

/// Days of the month; the first is a Monday.
pub const DAYS: u32 = 30;

/// Use is given in this many tokens.
const UNIT: u32 = 100_000;

named_enum! {
    /// Who pays.
    pub enum Department {
        /// Answers customers.
        CustomerCare = "customer-care",
        /// Sells.
        Shop = "shop",
        /// Counts the money.
        Finance = "finance",
    }
}

named_enum! {
    /// What is built on the models.
    pub enum Product {
        /// A chatbot.
        SupportChat = "support-chat",
        /// A search that understands sentences.
        ShopSearch = "shop-search",
        /// Drafts of reports.
        ReportDrafts = "report-drafts",
    }
}

impl Product {
    /// Whose it is.
    pub const fn department(self) -> Department {
        match self {
            Self::SupportChat => Department::CustomerCare,
            Self::ShopSearch => Department::Shop,
            Self::ReportDrafts => Department::Finance,
        }
    }
}

named_enum! {
    /// A key: one for each product and environment, and one that two departments share.
    pub enum CompanyKey {
        /// The chatbot that customers use.
        SupportChatProd = "support-chat-prod",
        /// The same while it is being built.
        SupportChatTest = "support-chat-test",
        /// The search that customers use.
        ShopSearchProd = "shop-search-prod",
        /// The same while it is being built.
        ShopSearchTest = "shop-search-test",
        /// The drafts that are read.
        ReportDraftsProd = "report-drafts-prod",
        /// The same while it is being built.
        ReportDraftsTest = "report-drafts-test",
        /// In small programs of the shop and of finance.
        Shared = "shop-and-finance",
    }
}

named_enum! {
    /// What a model is for.
    pub enum Role {
        /// Hard work.
        Large = "large",
        /// Most work.
        Middle = "middle",
        /// Easy work.
        Small = "small",
    }
}

/// What a key is used for on an ordinary working day.
struct Habit {
    role: Role,
    /// In [`UNIT`]s.
    input: u32,
    /// In [`UNIT`]s.
    output: u32,
    /// Use on a Saturday or Sunday, in percent of a working day's.
    weekend_percent: u32,
}

impl CompanyKey {
    /// The product that it is for; nothing for the shared key.
    pub const fn product(self) -> Option<Product> {
        match self {
            Self::SupportChatProd | Self::SupportChatTest => Some(Product::SupportChat),
            Self::ShopSearchProd | Self::ShopSearchTest => Some(Product::ShopSearch),
            Self::ReportDraftsProd | Self::ReportDraftsTest => Some(Product::ReportDrafts),
            Self::Shared => None,
        }
    }

    /// The model that it is used with.
    pub const fn role(self) -> Role {
        self.habit().role
    }

    const fn habit(self) -> Habit {
        let (role, input, output, weekend_percent) = match self {
            Self::SupportChatProd => (Role::Middle, 100, 13, 60),
            Self::SupportChatTest => (Role::Small, 8, 2, 0),
            Self::ShopSearchProd => (Role::Small, 400, 20, 120),
            Self::ShopSearchTest => (Role::Small, 10, 1, 0),
            Self::ReportDraftsProd => (Role::Large, 6, 6, 0),
            Self::ReportDraftsTest => (Role::Middle, 2, 1, 0),
            Self::Shared => (Role::Middle, 20, 4, 50),
        };
        Habit { role, input, output, weekend_percent }
    }

    /// Tokens of input and output on a day, from 1 to [`DAYS`], by those whose key it is.
    pub fn ordinary_use(self, day: u32) -> (u32, u32) {
        let Habit { input, output, weekend_percent, .. } = self.habit();
        let percent = if is_weekend(day) { weekend_percent } else { 100 };
        let tokens = |units: u32| varied_tokens(units * percent, self, day);
        (tokens(input), tokens(output))
    }
}

/// Tokens of input and output of a thief on a day: more than any program of the company.
pub(super) fn stolen_use(key: CompanyKey, day: u32) -> (u32, u32) {
    (varied_tokens(6_000, key, day), varied_tokens(1_200, key, day))
}

const fn is_weekend(day: u32) -> bool {
    (day - 1) % 7 >= 5
}

/// Hundredths of a unit as tokens, up to a tenth more or less, so that days differ as they do in life.
fn varied_tokens(hundredths: u32, key: CompanyKey, day: u32) -> u32 {
    let percent = 90 + (day * day * 3 + day * 7 + key as u32 * 11) % 21;
    (hundredths * percent + 5_000) / 10_000 * UNIT
}

/// The models that the company uses, all of one provider, so that there is one bill.
#[derive(Clone, Copy, Debug)]
pub struct Company<'a> {
    pub(super) models: [&'a Model; Role::ALL.len()],
}

impl<'a> Company<'a> {
    /// Most work goes to the first model with a documented cache, hard work to the one that its provider recommends,
    /// easy work to the provider's cheapest. Nothing without models.
    pub fn new(models: &'a [Model], facts: &ExhibitFacts) -> Option<Self> {
        let middle = Model::with_documented_cache(models, facts)?;
        let provider = middle.provider;
        let large = models.iter().find(|model| model.provider == provider && model.is_recommended);
        let small = Model::cheapest(models, provider);
        Some(Self { models: [large.unwrap_or(middle), middle, small.unwrap_or(middle)] })
    }

    /// Its models, each once.
    pub fn different_models(&self) -> Vec<&'a Model> {
        let mut models: Vec<&Model> = Vec::new();
        for model in self.models {
            if models.iter().all(|other| other.id != model.id) {
                models.push(model);
            }
        }
        models
    }

    /// The model of that role.
    pub const fn model(&self, role: Role) -> &'a Model {
        self.models[role as usize]
    }
}
