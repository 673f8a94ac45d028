//! The three providers whose answers the page compares.

use crate::names::named_enum;

named_enum! {
    /// Who issues the key, runs the model and sends the bill.
    pub enum Provider {
        /// OpenAI's Responses API.
        OpenAi = "openai",
        /// Anthropic's Messages API.
        Anthropic = "anthropic",
        /// Google's Gemini API.
        Gemini = "gemini",
    }
}
