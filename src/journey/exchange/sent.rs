//! What the program sends: method, address, headers, body.
//!
//! Invariant: the key appears masked, or as the name of an environment variable, and in no other way.

use super::{Mark, Span, Writer, json};
use crate::journey::{Provider, Scenario};

/// Where requests to a provider go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// Whose it is.
    pub provider: Provider,
    /// The host.
    pub host: String,
    /// The path; `{model}` stands for the model's id.
    pub path: String,
    /// The header that carries the key, up to the key: `x-api-key:`.
    pub key_header: String,
    /// A masked key, obviously none.
    pub key_example: String,
    /// A header that the provider requires besides; a whole line.
    pub version_header: Option<String>,
}

/// One request on its way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent<'a> {
    /// Where it goes.
    pub endpoint: &'a Endpoint,
    /// The model's id.
    pub model: &'a str,
    /// The reader's text, without secrets.
    pub text: &'a str,
    /// What is going to happen to it.
    pub scenario: Scenario,
    /// Whether the answer shall come in pieces.
    pub streamed: bool,
}

/// The ceiling that Anthropic requires; the example answers are far below it.
const MAX_TOKENS: u32 = 1024;

impl Sent<'_> {
    /// The request as HTTP.
    pub fn http(&self) -> Vec<Span> {
        let mut out = Writer::default();
        out.plain(&format!("POST {} HTTP/1.1\nHost: {}\n", self.path(), self.endpoint.host));
        self.key_line(&mut out);
        if let Some(header) = &self.endpoint.version_header {
            out.plain(&format!("{header}\n"));
        }
        out.plain("Content-Type: application/json\n\n");
        self.body(&mut out);
        out.spans
    }

    /// The request as a command for a terminal, which takes the key from the environment.
    pub fn curl(&self) -> String {
        let mut body = Writer::default();
        self.body(&mut body);
        let body = super::text_of(&body.spans).replace('\'', "'\\''");
        let mut headers = vec![format!("\"{} ${}\"", self.endpoint.key_header, self.variable())];
        headers.extend(self.endpoint.version_header.iter().map(|line| format!("\"{line}\"")));
        headers.push("\"Content-Type: application/json\"".to_owned());
        let headers: String = headers.iter().map(|line| format!(" \\\n  -H {line}")).collect();
        format!("curl \"https://{}{}\"{headers} \\\n  -d '{body}'", self.endpoint.host, self.path())
    }

    /// The environment variable that the provider's own examples use.
    fn variable(&self) -> &'static str {
        match self.endpoint.provider {
            Provider::OpenAi => "OPENAI_API_KEY",
            Provider::Anthropic => "ANTHROPIC_API_KEY",
            Provider::Gemini => "GEMINI_API_KEY",
        }
    }

    fn path(&self) -> String {
        let path = self.endpoint.path.replace("{model}", self.model);
        if self.streamed && self.endpoint.provider == Provider::Gemini {
            path.replace(":generateContent", ":streamGenerateContent?alt=sse")
        } else {
            path
        }
    }

    /// The line with the key: missing, wrong or right.
    fn key_line(&self, out: &mut Writer) {
        let Endpoint { key_header, key_example, .. } = self.endpoint;
        match self.scenario {
            Scenario::NoKey => out.put(&format!("{key_header} {key_example}"), Mark::Absent),
            Scenario::Mistyped => {
                let (start, end) = key_example.split_at(key_example.len() - 2);
                out.put(&format!("{key_header} {start}"), Mark::Key);
                out.put(&end.chars().rev().collect::<String>(), Mark::Fail);
            }
            _ => out.put(&format!("{key_header} {key_example}"), Mark::Key),
        }
        out.plain("\n");
    }

    fn body(&self, out: &mut Writer) {
        let text = json::string(self.text);
        let (model, stream) = (json::string(self.model), if self.streamed { ",\n  \"stream\": true" } else { "" });
        match self.endpoint.provider {
            Provider::OpenAi => {
                out.plain(&format!("{{\n  \"model\": {model},\n  \"input\": "));
                out.put(&text, Mark::Token);
                out.plain(&format!("{stream}\n}}"));
            }
            Provider::Anthropic => {
                out.plain(&format!("{{\n  \"model\": {model},\n  \"max_tokens\": {MAX_TOKENS},\n"));
                out.plain("  \"messages\": [{ \"role\": \"user\", \"content\": ");
                out.put(&text, Mark::Token);
                out.plain(&format!(" }}]{stream}\n}}"));
            }
            Provider::Gemini => {
                out.plain("{\n  \"contents\": [{ \"parts\": [{ \"text\": ");
                out.put(&text, Mark::Token);
                out.plain(" }] }]\n}");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Endpoint, Sent};
    use crate::journey::exchange::{Mark, text_of};
    use crate::journey::{Provider, Scenario};

    fn endpoint() -> Endpoint {
        Endpoint {
            provider: Provider::Anthropic,
            host: "api.example".to_owned(),
            path: "/v1/messages".to_owned(),
            key_header: "x-api-key:".to_owned(),
            key_example: "sk-…EXAMPLE".to_owned(),
            version_header: Some("version: 1".to_owned()),
        }
    }

    fn sent<'a>(endpoint: &'a Endpoint, text: &'a str, scenario: Scenario) -> Sent<'a> {
        Sent { endpoint, model: "m", text, scenario, streamed: false }
    }

    #[test]
    fn the_key_and_the_text_are_told_apart() {
        let endpoint = endpoint();
        let http = sent(&endpoint, "Hi \"you\"", Scenario::Paid).http();
        let marked = |mark| text_of(&http.iter().filter(|span| span.mark == mark).cloned().collect::<Vec<_>>());
        assert_eq!(marked(Mark::Key), "x-api-key: sk-…EXAMPLE");
        assert_eq!(marked(Mark::Token), "\"Hi \\\"you\\\"\"");
    }

    #[test]
    fn a_mistyped_key_differs_and_a_missing_one_is_marked() {
        let endpoint = endpoint();
        let text = text_of(&sent(&endpoint, "", Scenario::Mistyped).http());
        assert!(text.contains("sk-…EXAMPEL\n"), "{text}");
        let http = sent(&endpoint, "", Scenario::NoKey).http();
        assert!(http.iter().any(|span| span.mark == Mark::Absent));
        assert!(!http.iter().any(|span| span.mark == Mark::Key));
    }

    #[test]
    fn a_command_survives_quotes_and_names_no_key() {
        let endpoint = endpoint();
        let curl = sent(&endpoint, "it's $HOME `x`", Scenario::Paid).curl();
        assert!(curl.contains("it'\\''s $HOME `x`"), "{curl}");
        assert!(curl.contains("-H \"x-api-key: $ANTHROPIC_API_KEY\""), "{curl}");
        assert!(!curl.contains("EXAMPLE"), "{curl}");
    }
}
