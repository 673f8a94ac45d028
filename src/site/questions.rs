//! The article's questions as data for search engines (schema.org's `FAQPage`).
//!
//! Invariant: the data says what the page shows, word for word.

use serde_json::{Value, json};

use crate::content::{Article, Question};

/// A block of data for the page's head, or nothing for an article without questions.
pub(super) fn script<F>(article: &Article<F>) -> String {
    let questions: Vec<Value> = article.sections.iter().flat_map(|section| &section.questions).map(entity).collect();
    if questions.is_empty() {
        return String::new();
    }
    let page = json!({ "@context": "https://schema.org", "@type": "FAQPage", "mainEntity": questions });
    // The block ends at the first end tag of a script, wherever that stands.
    let text = page.to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{text}</script>")
}

fn entity(Question { question, answer }: &Question) -> Value {
    json!({ "@type": "Question", "name": question, "acceptedAnswer": { "@type": "Answer", "text": answer } })
}

#[cfg(test)]
mod tests {
    use super::script;
    use crate::content::{Article, Question, Section};

    fn article(questions: Vec<Question>) -> Article<()> {
        let section =
            Section { id: "a".to_owned(), title: "A".to_owned(), alone: false, questions, pieces: Vec::new() };
        Article {
            title: String::new(),
            description: String::new(),
            standfirst: String::new(),
            sections: vec![section],
            closing: String::new(),
        }
    }

    #[test]
    fn questions_become_data_that_cannot_end_the_block() {
        let question = Question { question: "Is a </script> a key?".to_owned(), answer: "No.".to_owned() };
        let script = script(&article(vec![question]));
        assert!(script.contains("\"name\":\"Is a \\u003c/script> a key?\""), "{script}");
        assert_eq!(script.matches("</script>").count(), 1);
    }

    #[test]
    fn an_article_without_questions_has_no_data() {
        assert_eq!(script(&article(Vec::new())), "");
    }
}
