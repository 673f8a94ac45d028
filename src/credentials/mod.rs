//! Recognises secrets in pasted text, so that the page can warn and never put one into a link.
//!
//! A secret is recognised by its issuer's prefix and a long enough run of its alphabet behind it,
//! not by an exact length: issuers change lengths, a false alarm costs a glance and a miss costs a
//! key. Prefixes follow the public rules of gitleaks (MIT).
//!
//! Invariant: nothing here keeps, sends or prints a secret; a finding is a byte range and a kind.

use std::ops::Range;

/// Who issues a recognised secret.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Issuer {
    /// The issuer's name, a proper noun in every language.
    pub name: &'static str,
    prefix: &'static str,
    /// How many characters must follow the prefix.
    least: usize,
}

/// Longer prefixes stand before those they begin with.
const ISSUERS: [Issuer; 18] = [
    Issuer { name: "Anthropic", prefix: "sk-ant-", least: 20 },
    Issuer { name: "OpenRouter", prefix: "sk-or-", least: 20 },
    Issuer { name: "OpenAI", prefix: "sk-", least: 20 },
    Issuer { name: "Google", prefix: "AIza", least: 30 },
    Issuer { name: "Google", prefix: "AQ.", least: 30 },
    Issuer { name: "AWS", prefix: "AKIA", least: 16 },
    Issuer { name: "AWS", prefix: "ASIA", least: 16 },
    Issuer { name: "GitHub", prefix: "github_pat_", least: 30 },
    Issuer { name: "GitHub", prefix: "ghp_", least: 30 },
    Issuer { name: "GitHub", prefix: "gho_", least: 30 },
    Issuer { name: "GitHub", prefix: "ghs_", least: 30 },
    Issuer { name: "GitLab", prefix: "glpat-", least: 20 },
    Issuer { name: "Hugging Face", prefix: "hf_", least: 30 },
    Issuer { name: "Groq", prefix: "gsk_", least: 40 },
    Issuer { name: "xAI", prefix: "xai-", least: 40 },
    Issuer { name: "Slack", prefix: "xoxb-", least: 20 },
    Issuer { name: "Stripe", prefix: "sk_live_", least: 20 },
    Issuer { name: "npm", prefix: "npm_", least: 30 },
];

/// No secret is shorter: the least prefix with the least that must follow it.
const SHORTEST: usize = 20;

/// How much of a masked secret is shown: enough to tell that it is one.
const SHOWN_BYTES: usize = 3;

/// Something in the text that looks like a secret.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Whose secret it looks like.
    pub issuer: Issuer,
    /// Byte range of the whole secret, prefix included.
    pub bytes: Range<usize>,
}

/// Everything in `text` that looks like a secret, in order. Linear in the length of the text.
pub fn detect(text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    for word in long_words(text) {
        if let Some(issuer) = text.get(word.clone()).and_then(issuer_of) {
            findings.push(Finding { issuer, bytes: word });
        }
    }
    findings
}

/// `text` with everything that looks like a secret cut down to its first characters.
pub fn masked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut last = 0;
    for Finding { bytes, .. } in detect(text) {
        // A secret is ASCII, so any of its bytes may end what is shown.
        out.push_str(&text[last..bytes.start + SHOWN_BYTES.min(bytes.len())]);
        out.push('…');
        last = bytes.end;
    }
    out + &text[last..]
}

/// Runs of the characters that secrets are made of, of [`SHORTEST`] or more.
///
/// Looks at [`SHORTEST`] bytes from the last to the first: one that no secret contains rules out every run
/// that begins before it, so most bytes of ordinary text are never looked at.
fn long_words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(gap) = bytes.get(at..at + SHORTEST)?.iter().rposition(|&byte| !in_alphabet(byte)) {
            at += gap + 1;
        }
        let start = at;
        at += bytes[start..].iter().take_while(|&&byte| in_alphabet(byte)).count();
        Some(start..at)
    })
}

fn in_alphabet(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.')
}

fn issuer_of(word: &str) -> Option<Issuer> {
    let issuer = ISSUERS.into_iter().find(|issuer| {
        word.strip_prefix(issuer.prefix).is_some_and(|rest| rest.len() >= issuer.least && looks_random(rest))
    })?;
    (!is_placeholder(word)).then_some(issuer)
}

/// Written by a machine: a long run without separators that mixes digits and letters.
fn looks_random(rest: &str) -> bool {
    let longest = rest.split(['-', '_', '.']).map(str::len).max().unwrap_or(0);
    longest >= 12 && rest.bytes().any(|b| b.is_ascii_digit()) && rest.bytes().any(|b| b.is_ascii_alphabetic())
}

/// Keys printed in documentation, which everybody knows.
fn is_placeholder(word: &str) -> bool {
    let holds = |mark: &str| word.as_bytes().windows(mark.len()).any(|part| part.eq_ignore_ascii_case(mark.as_bytes()));
    ["example", "xxxx", "your", "....", "1234567890", "abcdef"].into_iter().any(holds)
}

#[cfg(test)]
mod tests {
    use super::{detect, long_words, masked};

    /// Built at run time: a key-like literal here would set off secret scanners.
    fn fake(prefix: &str, length: usize) -> String {
        let body: String = "q7Zt2mK9".chars().cycle().take(length).collect();
        format!("{prefix}{body}")
    }

    #[test]
    fn secrets_are_found_inside_prose() {
        let text = format!("my key is \"{}\", and {}!", fake("sk-proj-", 48), fake("AIza", 35));
        let found = detect(&text);
        assert_eq!(found.iter().map(|f| f.issuer.name).collect::<Vec<_>>(), ["OpenAI", "Google"]);
        assert!(text[found[0].bytes.clone()].starts_with("sk-proj-"));
    }

    #[test]
    fn long_words_are_found_wherever_they_stand() {
        for before in 0..50 {
            let text = format!("{} {} {}", "a.".repeat(before), "b".repeat(20), "c".repeat(19));
            let long = long_words(&text).map(|word| text[word].to_owned()).collect::<Vec<_>>();
            let first = (before >= 10).then(|| "a.".repeat(before));
            assert_eq!(long, first.into_iter().chain(["b".repeat(20)]).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_masked_text_keeps_its_prose_and_no_secret() {
        let (one, two) = (fake("sk-proj-", 48), fake("AIza", 35));
        assert_eq!(masked(&format!("é {one}, {two}")), "é sk-…, AIz…");
        assert_eq!(masked("nothing here"), "nothing here");
    }

    #[test]
    fn the_longer_prefix_names_the_issuer() {
        assert_eq!(detect(&fake("sk-ant-api03-", 80))[0].issuer.name, "Anthropic");
    }

    #[test]
    fn prose_placeholders_and_short_words_are_left_alone() {
        for text in
            ["sk-short", "risk-averse", "sk-EXAMPLE-not-a-real-key-0123456789ab", "sk-skeleton-key-of-the-old-house"]
        {
            assert_eq!(detect(text), [], "{text}");
        }
        assert_eq!(detect(&format!("AKIA{}EXAMPLE", "Z7".repeat(8))), []);
    }
}
