//! Controls that several exhibits have, besides buttons and menus: a slider for a number, and a choice of yes or no.

use leptos::prelude::*;

/// A number that the reader can change in steps.
#[derive(Clone, Copy)]
pub(super) struct Slider {
    /// Its name for tests.
    pub(super) name: &'static str,
    /// What it is.
    pub(super) label: &'static str,
    /// The least, the most and the step.
    pub(super) range: (u32, u32, u32),
    /// The number.
    pub(super) value: RwSignal<u32>,
    /// The number with its unit.
    pub(super) words: Signal<String>,
    /// Whether it has nothing to do at the moment.
    pub(super) hidden: Signal<bool>,
}

/// The slider with its name and its number above it. A number outside its range becomes the nearest inside.
pub(super) fn slider(
    Slider { name, label, range: (least, most, step), value, words, hidden }: Slider,
) -> impl IntoView {
    let choose = move |typed: String| {
        if let Ok(number) = typed.parse::<u32>() {
            value.set(number.clamp(least, most));
        }
    };
    view! {
        <label class="menu slider" hidden=hidden>
            <span class="menu__label">
                {label} " " <span class="slider__value" aria-hidden="true">{words}</span>
            </span>
            <input
                type="range"
                name=name
                min=least.to_string()
                max=most.to_string()
                step=step.to_string()
                prop:value=move || value.get().to_string()
                aria-valuetext=words
                on:input=move |event| choose(event_target_value(&event))
            />
        </label>
    }
}

/// A box to tick.
pub(super) fn tick(name: &'static str, label: &'static str, value: RwSignal<bool>) -> impl IntoView {
    view! {
        <label class="menu tick">
            <input
                type="checkbox"
                name=name
                prop:checked=move || value.get()
                on:change=move |event| value.set(event_target_checked(&event))
            />
            " "
            {label}
        </label>
    }
}
