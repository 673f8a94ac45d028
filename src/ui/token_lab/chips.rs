//! The box of chips: drawn near the visible part only, one tab stop, copied as it was typed.

use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;

use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::web_sys;
use wasm_bindgen::prelude::*;

use super::drawn_range::DrawnRange;
use super::is_long;
use super::keyboard::target;
use crate::request::Request;
use crate::tokenizer::SpecialTokens;
use crate::ui::widgets::{chips, effect, either, live_bool, live_text, on_change, paragraph};
use crate::ui::{LabResult, Shared};

/// All tokens of the text; `active` is the one the reader chose.
#[component]
pub(super) fn Chips(
    shared: Shared,
    active: RwSignal<Option<usize>>,
    drawn_range: RwSignal<DrawnRange>,
) -> impl IntoView {
    let text = shared.page.text().lab();
    let list = NodeRef::<html::Div>::new();
    let count = move || shared.result.with(|result| result.block_count());
    let ids = RwSignal::new(true);
    let empty = live_bool(move || shared.result.with(|result| result.tokenization.is_empty()));

    let drawn_part = NodeRef::<html::Div>::new();
    let look = move || {
        if let Some(list) =
            list.get_untracked().filter(|_| !is_covered(list, drawn_part, &drawn_range.get_untracked(), untrack(count)))
        {
            let next = drawn_range.with_untracked(|w| {
                w.at(untrack(count), f64::from(list.scroll_top()), f64::from(list.client_height()))
            });
            if drawn_range.with_untracked(|w| *w != next) {
                drawn_range.set(next);
            }
        }
    };
    // A new result: nothing is chosen, and the range follows from where the box is scrolled to.
    on_change(
        move || shared.result.get(),
        move |_| {
            active.set(None);
            drawn_range.update(|w| w.blocks = DrawnRange::first(count()).blocks);
            request_animation_frame(move || {
                measure(list, drawn_range);
                look();
            });
        },
    );
    follow_active(list, active, shared, drawn_range);

    let drawn = move || -> String {
        let range = drawn_range.with(|w| w.blocks.clone());
        shared.result.with(|result| ranges(&result.blocks, range).map(|tokens| block(result, tokens)).collect())
    };
    let first = untrack(drawn);
    let last = RefCell::new(first.clone());
    effect(move || {
        let markup = drawn();
        if let Some(place) = drawn_part.get()
            && last.replace(markup.clone()) != markup
        {
            redraw(&place, &markup);
        }
    });
    let space = move |pick: fn((f64, f64)) -> f64| {
        live_text(move || format!("{}px", drawn_range.with(|w| pick(w.space_px(count()))) as i32))
    };
    let chosen = Signal::derive(move || active.get().map(|index| format!("token-{index}")));
    let class = either(move || ids.get(), "chips chips--ids", "chips");
    view! {
        <div class=class>
            {paragraph("chips__empty", live_text(move || if empty.get() { text.empty().to_owned() } else { String::new() }))}
            <div
                class="chips__list"
                role="listbox"
                tabindex="0"
                dir="auto"
                translate="no"
                aria-label=text.chips()
                aria-activedescendant=chosen
                hidden=empty
                node_ref=list
                on:scroll=move |_| {
                    measure(list, drawn_range);
                    look();
                }
                on:click=move |event| choose(&event, shared, active)
                on:keydown=move |event| step(&event, shared, active)
                on:copy=move |event| copy(&event, shared)
            >
                <Space height=space(|(above, _)| above)/>
                <div role="presentation" inner_html=first node_ref=drawn_part></div>
                <Space height=space(|(_, below)| below)/>
            </div>
            <label class="chips__toggle live-only">
                <input type="checkbox" checked=true on:change=move |event| ids.set(event_target_checked(&event))/>
                <span>{text.show_ids()}</span>
            </label>
            <SpecialToggle shared/>
        </div>
    }
}

#[wasm_bindgen(module = "/src/ui/token_lab/chips.js")]
extern "C" {
    /// Draws `markup`, which is made of blocks, in the place of the blocks that are there.
    fn redraw(place: &web_sys::Element, markup: &str);
}

/// How marks like `<|endoftext|>` are read; there only if the text may hold one.
#[component]
fn SpecialToggle(shared: Shared) -> impl IntoView {
    let long = is_long(shared);
    let may_matter =
        move || long.get() || shared.request.with(|r| r.reading.text.as_bytes().windows(2).any(|w| w == b"<|"));
    let is_special = move |r: &Request| r.reading.special_tokens == SpecialTokens::AsSpecial;
    let field = NodeRef::<html::Input>::new();
    effect(move || {
        let special = shared.request.with(is_special);
        if let Some(field) = field.get() {
            field.set_checked(special);
        }
    });
    let choose = move |event| {
        let how = if event_target_checked(&event) { SpecialTokens::AsSpecial } else { SpecialTokens::AsText };
        shared.request.update(|r| r.reading.special_tokens = how);
    };
    view! {
        <label class="chips__toggle live-only" hidden=live_bool(move || !may_matter())>
            <input type="checkbox" node_ref=field on:change=choose/>
            <span>{shared.page.text().lab().special_tokens()}</span>
        </label>
    }
}

/// Stands in for blocks that are not drawn. Its height is set through the object model, because the
/// policy forbids style attributes.
#[component]
fn Space(height: Signal<String>) -> impl IntoView {
    let space = NodeRef::<html::Div>::new();
    effect(move || {
        if let Some(space) = space.get() {
            // A fixed property with a computed length is always accepted.
            let _ = web_sys::HtmlElement::style(&space).set_property("height", &height.get());
        }
    });
    view! { <div class="chips__space" role="presentation" node_ref=space></div> }
}

/// One block of tokens, which begins and ends with whole segments.
fn block(result: &LabResult, range: Range<usize>) -> String {
    let mut out = "<div class=\"chips__block\" role=\"presentation\">".to_owned();
    let tokens = &result.tokenization;
    chips::Chips { text: result.text(), boundaries: &tokens.boundaries, ids: Some(&tokens.ids) }.push(&mut out, range);
    out.push_str("</div>");
    out
}

/// The token ranges of the blocks `range`, clipped to those that exist.
fn ranges(starts: &[usize], range: Range<usize>) -> impl Iterator<Item = Range<usize>> + '_ {
    let last = starts.len().saturating_sub(1);
    (range.start.min(last)..range.end.min(last)).map(|index| starts[index]..starts[index + 1])
}

/// Learns how high a drawn block is on average: how far it is from one's beginning to the next one's.
fn measure(list: NodeRef<html::Div>, drawn_range: RwSignal<DrawnRange>) {
    let Some(list) = list.get_untracked() else { return };
    let Ok(drawn) = list.query_selector_all(".chips__block") else { return };
    let steps = drawn.length().saturating_sub(1);
    let top = |index| Some(drawn.get(index)?.dyn_into::<web_sys::Element>().ok()?.get_bounding_client_rect().top());
    if let (Some(first), Some(last), true) = (top(0), top(steps), steps > 0) {
        let average = (last - first) / f64::from(steps);
        let known = drawn_range.with_untracked(|w| w.block_px);
        // Small corrections would only make the scroll bar nervous.
        if known <= 0.0 {
            drawn_range.update(|w| w.block_px = average);
        }
    }
}

/// Whether the drawn blocks fill the visible part of the box. While they do the range stays as it is:
/// heights of blocks that are not drawn are only estimated, and a range that followed every estimate
/// would swing to and fro.
fn is_covered(list: NodeRef<html::Div>, drawn: NodeRef<html::Div>, drawn_range: &DrawnRange, count: usize) -> bool {
    let (Some(list), Some(drawn)) = (list.get_untracked(), drawn.get_untracked()) else { return false };
    let (view, drawn) = (list.get_bounding_client_rect(), drawn.get_bounding_client_rect());
    let above = drawn_range.blocks.start == 0 || drawn.top() <= view.top();
    let below = drawn_range.blocks.end >= count || drawn.bottom() >= view.bottom();
    drawn_range.block_px > 0.0 && above && below
}

/// Marks the chosen chip and brings it into view, once: first its block is drawn, if it is not yet.
fn follow_active(
    list: NodeRef<html::Div>,
    active: RwSignal<Option<usize>>,
    shared: Shared,
    drawn_range: RwSignal<DrawnRange>,
) {
    let last = Cell::new(None);
    let marked = Rc::new(Cell::new(None));
    let wanted = Rc::new(Cell::new(false));
    effect(move || {
        let index = active.get();
        drawn_range.track();
        if last.replace(index) != index {
            wanted.set(index.is_some());
        }
        let (marked, wanted) = (marked.clone(), wanted.clone());
        // In the next frame the blocks are drawn that this choice or this range wants. What is chosen is
        // read there: of two choices before one frame, only the later one counts.
        request_animation_frame(move || {
            let index = active.get_untracked();
            let before = marked.replace(index);
            if let Some(chip) = before.filter(|_| before != index).and_then(chip_of) {
                let _ = chip.set_attribute("aria-selected", "false");
            }
            let Some(token) = index else { return };
            if let Some(chip) = chip_of(token) {
                let _ = chip.set_attribute("aria-selected", "true");
                if wanted.replace(false) {
                    scroll_into_box(&chip, list);
                }
            } else if let (true, Some(list)) = (wanted.get(), list.get_untracked()) {
                draw_around(token, f64::from(list.client_height()), shared, drawn_range);
            }
        });
    });
}

/// Draws the block that holds `token`, and as many around it as fill a box `view_px` high.
fn draw_around(token: usize, view_px: f64, shared: Shared, drawn_range: RwSignal<DrawnRange>) {
    let (block, count) = shared.result.with_untracked(|result| {
        (result.blocks.partition_point(|&start| start <= token).saturating_sub(1), result.block_count())
    });
    drawn_range.update(|w| *w = w.at(count, block as f64 * w.block_px, view_px));
}

fn chip_of(token: usize) -> Option<web_sys::Element> {
    document().get_element_by_id(&format!("token-{token}"))
}

/// Scrolls the box, never the page.
fn scroll_into_box(chip: &web_sys::Element, list: NodeRef<html::Div>) {
    let Some(list) = list.get_untracked() else { return };
    let (chip, view) = (chip.get_bounding_client_rect(), list.get_bounding_client_rect());
    let beyond =
        if chip.top() < view.top() { chip.top() - view.top() } else { (chip.bottom() - view.bottom()).max(0.0) };
    if beyond != 0.0 {
        list.set_scroll_top(list.scroll_top() + beyond as i32);
    }
}

fn choose(event: &ev::MouseEvent, shared: Shared, active: RwSignal<Option<usize>>) {
    let start = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .and_then(|element| offset_of(&element, "data-start"));
    if let Some(start) = start {
        active.set(Some(shared.result.with_untracked(|result| result.token_at(start))));
    }
}

/// The byte offset that the chip around `element` carries in `attribute`.
fn offset_of(element: &web_sys::Element, attribute: &str) -> Option<usize> {
    element.closest("[data-token-id]").ok()??.get_attribute(attribute)?.parse().ok()
}

fn step(event: &ev::KeyboardEvent, shared: Shared, active: RwSignal<Option<usize>>) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let count = shared.result.with_untracked(|result| result.tokenization.len());
    if let Some(index) = target(&event.key(), active.get_untracked(), count) {
        event.prevent_default();
        active.set(Some(index));
    }
}

/// Puts the text of the selected tokens on the clipboard, byte for byte as it was typed.
fn copy(event: &ev::ClipboardEvent, shared: Shared) {
    let selected = || {
        let range = window().get_selection().ok()??.get_range_at(0).ok()?;
        let start = edge(range.start_container().ok()?, "data-start")?;
        let end = edge(range.end_container().ok()?, "data-end")?;
        shared.result.with_untracked(|result| result.text().get(start..end).map(str::to_owned))
    };
    if let (Some(text), Some(clipboard)) = (selected(), event.clipboard_data())
        && clipboard.set_data("text/plain", &text).is_ok()
    {
        event.prevent_default();
    }
}

fn edge(node: web_sys::Node, attribute: &str) -> Option<usize> {
    let element = match node.dyn_into::<web_sys::Element>() {
        Ok(element) => element,
        Err(node) => node.parent_element()?,
    };
    offset_of(&element, attribute)
}
