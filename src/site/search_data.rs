//! What search engines are told of a page in data (schema.org): the article's questions, what a small page is and where
//! it belongs, and the terms.
//!
//! Invariant: the data says what the page shows, word for word.

use serde_json::{Value, json};

use crate::content::{Article, Glossary, PageKind, Piece, Question, SmallPage, Term};

/// The article's questions as a block for the page's head; nothing for an article without any.
pub(super) fn of_article<F>(article: &Article<F>) -> String {
    let questions: Vec<Value> = article.sections.iter().flat_map(|section| &section.questions).map(entity).collect();
    if questions.is_empty() {
        return String::new();
    }
    block(&json!({ "@context": "https://schema.org", "@type": "FAQPage", "mainEntity": questions }))
}

/// What a small page is, as a block for its head. `site` is the site's name, and `url` where the pages of this language
/// are, if that is known.
pub(super) fn of_small_page<F: PartialEq>(
    page: &SmallPage<F>,
    glossary: &Glossary,
    language: &str,
    site: &str,
    url: Option<&str>,
) -> String {
    let kind = match page.kind {
        PageKind::Text => "WebPage",
        PageKind::About => "AboutPage",
    };
    let mut data = json!({
        "@type": kind, "name": page.title, "description": page.description, "inLanguage": language,
        "isPartOf": { "@type": "WebSite", "name": site },
    });
    let mut graph = Vec::new();
    if let Some(url) = url {
        let here = format!("{url}{}/", page.slug);
        data["url"] = json!(here);
        data["isPartOf"]["url"] = json!(url);
        let step = |position, name: &str, item: &str| json!({ "@type": "ListItem", "position": position, "name": name, "item": item });
        let steps = [step(1, site, url), step(2, &page.title, &here)];
        graph.push(json!({ "@type": "BreadcrumbList", "itemListElement": steps }));
    }
    if page.pieces.contains(&Piece::Glossary) {
        let terms: Vec<Value> = glossary.terms.iter().map(term).collect();
        graph.push(json!({ "@type": "DefinedTermSet", "name": page.title, "hasDefinedTerm": terms }));
    }
    graph.insert(0, data);
    block(&json!({ "@context": "https://schema.org", "@graph": graph }))
}

fn term(Term { name, definition, .. }: &Term) -> Value {
    json!({ "@type": "DefinedTerm", "name": name, "description": definition })
}

fn block(data: &Value) -> String {
    // The block ends at the first end tag of a script, wherever that stands.
    let text = data.to_string().replace('<', "\\u003c");
    format!("<script type=\"application/ld+json\">{text}</script>")
}

fn entity(Question { question, answer }: &Question) -> Value {
    json!({ "@type": "Question", "name": question, "acceptedAnswer": { "@type": "Answer", "text": answer } })
}

#[cfg(test)]
mod tests {
    use super::of_article;
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
        let script = of_article(&article(vec![question]));
        assert!(script.contains("\"name\":\"Is a \\u003c/script> a key?\""), "{script}");
        assert_eq!(script.matches("</script>").count(), 1);
    }

    #[test]
    fn an_article_without_questions_has_no_data() {
        assert_eq!(of_article(&article(Vec::new())), "");
    }
}
