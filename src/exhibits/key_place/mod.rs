//! Where does the key live? The reader puts a key into one of several places, and the picture shows who can read it
//! there: on the way of the code to the visitor, and on the way of a request to the provider.
//!
//! The picture is a list of stations, so those who do not see it hear the same. Without JavaScript and on paper it
//! shows the first place, and a table has them all.

mod icons;
mod words;

use leptos::prelude::*;

use super::ExhibitContext;
use super::clock::spoken;
use super::markup::english;
use super::proof::{evidence_by, proofs};
use crate::journey::{KeyPlace, Station};
use crate::ui::widgets::{either, frozen, live_bool, live_text};
use crate::words::fill;
pub use words::Words;

/// What the page shows before somebody chooses.
const FIRST: KeyPlace = KeyPlace::FrontEndFile;

/// The state of the exhibit.
#[derive(Clone, Copy)]
struct PlaceState {
    context: ExhibitContext,
    place: RwSignal<KeyPlace>,
}

pub(super) fn view(context: ExhibitContext) -> impl IntoView {
    let state = PlaceState { context, place: RwSignal::new(FIRST) };
    let text = state.text();
    let choices: Vec<_> = KeyPlace::ALL.iter().map(|&place| choice(state, place)).collect();
    let stops: Vec<_> = Station::ALL.iter().map(|&station| stop(state, station)).collect();
    view! {
        <section
            class="place card"
            aria-labelledby="key-place-title"
            data-key-place=live_text(move || state.place.get().name().to_owned())
            data-readers=live_text(move || state.place.get().readers().name().to_owned())
        >
            <header class="card__header">
                <h3 class="card__title" id="key-place-title">{text.title()}</h3>
            </header>
            <div class="place__sides">
                <fieldset class="place__choices live-only">
                    <legend class="message__title">{text.choose()}</legend>
                    {choices}
                </fieldset>
                <div class="place__picture">
                    <p class="message__title still-only">{live_text(move || state.place_words().label().to_owned())}</p>
                    <p class="place__who">
                        <span>{text.who()}</span>
                        <b>{live_text(move || state.place_words().who().to_owned())}</b>
                    </p>
                    <ol class="route" aria-label=text.picture()>{stops}</ol>
                </div>
            </div>
            <p class="visually-hidden" role="status">{spoken(live_text(move || state.status()))}</p>
            {explanation(state)}
            <div class="table still-only" role="region" tabindex="0" aria-label=text.all() inner_html=frozen(|| table(text))></div>
        </section>
    }
}

fn choice(state: PlaceState, place: KeyPlace) -> impl IntoView {
    // Also where a browser that loads the page again has kept an earlier choice.
    let is_chosen = live_bool(move || state.place.get() == place);
    view! {
        <label class="place__choice">
            <input
                type="radio"
                name="key-place"
                value=place.name()
                checked=place == FIRST
                prop:checked=is_chosen
                on:change=move |_| state.place.set(place)
            />
            <span>{state.text().places().of(place).label()}</span>
        </label>
    }
}

/// A station: who can look at it, and whether the key lies there.
fn stop(state: PlaceState, station: Station) -> impl IntoView {
    let place = state.place;
    let key = either(move || place.get().is_at(station), "here", "none");
    let carried = either(move || place.get().is_carried_to(station), "key", "none");
    let readers = live_text(move || place.get().readers_at(station).name().to_owned());
    let class = format!("route__stop route__stop--{}", station.name());
    view! {
        <li class=class data-key=key data-carried=carried data-readers=readers data-station=station.name()>
            <span class="route__people" aria-hidden="true" inner_html=frozen(|| icons::people(station))></span>
            <span class="route__box">
                <span class="route__icon" aria-hidden="true" inner_html=frozen(|| icons::station(station))></span>
                <b class="route__name">{live_text(move || state.station_words(station).to_owned())}</b>
                <span class="route__key" aria-hidden="true" inner_html=frozen(icons::key)></span>
            </span>
            <span class="route__note">{live_text(move || state.note(station).to_owned())}</span>
        </li>
    }
}

fn explanation(state: PlaceState) -> impl IntoView {
    let text = state.text();
    view! {
        <dl class="place__answers">
            <dt>{text.how()}</dt>
            <dd>{live_text(move || state.place_words().how().to_owned())}</dd>
            <dt>{text.advice()}</dt>
            <dd>{live_text(move || state.place_words().advice().to_owned())}</dd>
        </dl>
        {proofs(live_text(move || state.facts()))}
    }
}

/// Every place with what is said of it.
fn table(text: Words) -> impl IntoView {
    let row = |&place: &KeyPlace| {
        let words = text.places().of(place);
        view! {
            <tr>
                <th scope="row">{words.label()}</th>
                <td>{words.who()}</td>
                <td>{words.how()}</td>
                <td>{words.advice()}</td>
            </tr>
        }
    };
    let rows: Vec<_> = KeyPlace::ALL.iter().map(row).collect();
    view! {
        <table class="comparison">
            <thead>
                <tr>
                    <th scope="col">{text.place()}</th>
                    <th scope="col">{text.who()}</th>
                    <th scope="col">{text.how()}</th>
                    <th scope="col">{text.advice()}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
}

impl PlaceState {
    fn text(self) -> Words {
        self.context.text().exhibits().key_place()
    }

    fn place_words(self) -> words::Place {
        self.text().places().of(self.place.get())
    }

    fn station_words(self, station: Station) -> &'static str {
        let stations = self.text().stations();
        match station {
            Station::Repository => stations.repository(),
            Station::Build => stations.build(),
            Station::Client if self.place.get() == KeyPlace::PhoneApp => stations.phone(),
            Station::Client => stations.browser(),
            Station::BackEnd => stations.back_end(),
            Station::SecretManager => stations.secret_manager(),
            Station::Provider => stations.provider(),
        }
    }

    /// Who reads the key at `station`, or why there is none.
    fn note(self, station: Station) -> &'static str {
        let (place, notes) = (self.place.get(), self.text().notes());
        match station {
            _ if place.is_at(station) => notes.of(place, place.readers_at(station)),
            Station::Provider => notes.checks(),
            Station::BackEnd => notes.not_asked(),
            Station::SecretManager => notes.not_used(),
            Station::Repository | Station::Build | Station::Client => notes.no_key(),
        }
    }

    fn status(self) -> String {
        let words = self.place_words();
        fill(self.text().status(), &[("place", words.label()), ("who", words.who())])
    }

    fn facts(self) -> String {
        let place = self.place.get();
        let facts = self.context.data().more.place_facts.iter().filter(|fact| fact.places.contains(&place));
        facts
            .map(|fact| {
                format!("<li>{} {}</li>", english(&fact.text), evidence_by(self.context, &fact.by, &fact.sourced))
            })
            .collect()
    }
}
