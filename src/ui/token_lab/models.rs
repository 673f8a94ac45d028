//! Which models use which encoding: written by the build, and the same for everybody.

use leptos::prelude::*;

use crate::tokenizer::Encoding;
use crate::ui::Shared;
use crate::ui::widgets::frozen;

/// A table that can be unfolded.
#[component]
pub(super) fn Models(shared: Shared) -> impl IntoView {
    view! { <details class="lab__models" inner_html=frozen(|| table(shared))></details> }
}

fn table(shared: Shared) -> impl IntoView {
    let text = shared.page.text().lab();
    let rows: Vec<_> = Encoding::ALL
        .iter()
        .map(|&encoding| {
            let families = encoding.model_families().map(|family| format!("{family}…"));
            let models: Vec<String> = encoding.models().map(str::to_owned).chain(families).collect();
            let models = if models.is_empty() {
                text.models_none().to_owned()
            } else {
                models.join(shared.page.text().number().list())
            };
            view! {
                <tr>
                    <th scope="row">{encoding.name()}</th>
                    <td translate="no">{models}</td>
                </tr>
            }
        })
        .collect();
    view! {
        <summary>{text.models()}</summary>
        <p class="evidence">{text.encoding_help()}</p>
        <div class="table" role="region" tabindex="0" aria-label=text.models()>
            <table><tbody>{rows}</tbody></table>
        </div>
        <p class="evidence">{text.models_source()}</p>
    }
}
