//! A rate limit that the reader can empty: each request takes its tokens out, time fills them up again.
//!
//! The limits are a provider's own for one tier. Nothing moves until a request is sent, and nothing
//! after the bucket is full again.

mod words;

use leptos::prelude::*;

use super::ExhibitContext;
use super::clock::{TICK_MS, tick_while};
use super::markup::english;
use super::proof::{proof, proofs};
use crate::journey::{Admission, Limit, Provider, RateLimiter, Refill};
use crate::markup::escape;
use crate::ui::widgets::{button_when, choice, constant_text, live_bool, live_text, menu, paragraph};
use crate::words::fill;
pub use words::Words;

/// The sizes of a request that can be sent, in tokens, besides the reader's own text.
const SIZES: [u32; 3] = [2_000, 40_000, 150_000];

/// The state of the exhibit.
#[derive(Clone, Copy)]
struct BucketState {
    context: ExhibitContext,
    provider: RwSignal<Provider>,
    /// Tokens of a request; nothing: the reader's text.
    size: RwSignal<u32>,
    limiter: RwSignal<RateLimiter>,
    /// What became of the last request.
    last: RwSignal<Option<Admission>>,
}

pub(super) fn view(context: ExhibitContext) -> impl IntoView {
    let text = context.text().exhibits().bucket();
    let published = context.data().more.limits.iter().find_map(|limit| Some((limit.provider, RateLimiter::of(limit)?)));
    let (first, full) = published.expect("a published limit");
    let state = BucketState {
        context,
        provider: RwSignal::new(first),
        size: RwSignal::new(SIZES[1]),
        limiter: RwSignal::new(full),
        last: RwSignal::new(None),
    };
    let providers = context
        .data()
        .more
        .limits
        .iter()
        .map(|l| choice(l.provider.name(), &context.data().facts.provider(l.provider).name));
    let own = std::iter::once(choice("0", text.request()));
    let sizes = own.chain(SIZES.iter().map(|&size| choice(&size.to_string(), &state.size_words(size)))).collect();
    let chosen = live_text(move || state.provider.get().name().to_owned());
    let size = live_text(move || state.size.get().to_string());
    let headers = live_text(move || state.headers());
    let has_none = live_bool(move || headers.with(String::is_empty));
    let missing = live_bool(move || RateLimiter::of(state.limit()).is_none());
    view! {
        <section
            class="bucket card"
            aria-labelledby="bucket-title"
            data-bucket=live_text(move || state.outcome_name().to_owned())
        >
            <header class="card__header">
                <h3 class="card__title" id="bucket-title">{text.title()}</h3>
            </header>
            <div class="menus live-only">
                {menu("limit", text.provider(), providers.collect(), chosen, move |name| state.choose(&name))}
                {menu("size", text.size(), sizes, size, move |size| state.size.set(size.parse().unwrap_or(0)))}
            </div>
            {paragraph("bucket__about", live_text(move || state.about()))}
            <div class="bucket__gauges" hidden=missing>
                {gauge(state, "tokens", |limiter| (limiter.tokens.share(), limiter.tokens.remaining()))}
                {gauge(state, "requests", |limiter| (limiter.requests.share(), limiter.requests.remaining()))}
            </div>
            <div class="buttons live-only" hidden=missing>
                {button_when("button button--main", constant_text(text.send()), missing, move || state.send())}
            </div>
            <p class="bucket__outcome" role="status">{live_text(move || state.outcome_words())}</p>
            <pre class="message__text" translate="no" hidden=has_none>{headers}</pre>
            {proofs(live_text(move || state.proofs()))}
        </section>
    }
}

fn gauge(state: BucketState, name: &'static str, read: fn(&RateLimiter) -> (f64, u32)) -> impl IntoView {
    let words = live_text(move || {
        let text = state.context.text();
        let noun =
            if name == "tokens" { text.exhibits().bucket().level() } else { text.exhibits().bucket().level_requests() };
        text.number().counted(noun, state.limiter.with(|limiter| read(limiter).1))
    });
    let share = live_text(move || format!("{:.3}", state.limiter.with(|limiter| read(limiter).0)));
    view! {
        <div class="gauge">
            <span class="gauge__words" id=format!("gauge-{name}")>{words}</span>
            <meter
                class=format!("gauge__meter gauge__meter--{name}")
                min="0"
                max="1"
                value=share
                aria-labelledby=format!("gauge-{name}")
            ></meter>
        </div>
    }
}

impl BucketState {
    fn limit(self) -> &'static Limit {
        self.context.data().more.limit(self.provider.get()).expect("a limit")
    }

    fn choose(self, name: &str) {
        let Some(provider) = Provider::from_name(name) else { return };
        self.provider.set(provider);
        self.last.set(None);
        if let Some(limiter) = self.context.data().more.limit(provider).and_then(RateLimiter::of) {
            self.limiter.set(limiter);
        }
    }

    fn size_words(self, tokens: u32) -> String {
        let text = self.context.text();
        text.number().counted(text.exhibits().bucket().tokens_each(), tokens)
    }

    /// The estimate of a request.
    fn estimate(self) -> u32 {
        match self.size.get_untracked() {
            0 => untrack(|| self.context.input(self.context.model(self.provider.get())))
                .map_or(1, |count| count.high().max(1)),
            size => size,
        }
    }

    fn send(self) {
        let was_full = self.limiter.with_untracked(RateLimiter::is_full);
        let estimate = self.estimate();
        let admission = self.limiter.try_update(|limiter| limiter.ask(estimate));
        self.last.set(admission);
        // A clock that runs already goes on.
        if was_full {
            tick_while(move || {
                self.limiter.update(|limiter| limiter.refill(f64::from(TICK_MS)));
                !self.limiter.with_untracked(RateLimiter::is_full)
            });
        }
    }

    fn about(self) -> String {
        let text = self.context.text();
        let limit = self.limit();
        let (Some(requests), Some(tokens)) = (limit.requests_per_minute, limit.tokens_per_minute) else {
            return text.exhibits().bucket().no_limits().to_owned();
        };
        let model = self.context.data().facts.model_by_id(&limit.model);
        let kind = if limit.refill == Refill::TokenBucket {
            text.exhibits().bucket().documented_bucket()
        } else {
            text.exhibits().bucket().model_bucket()
        };
        let example = fill(
            text.exhibits().bucket().example(),
            &[
                ("model", model.map_or(limit.model.as_str(), |model| &model.name)),
                ("tier", &limit.tier),
                ("requests", &text.number().counted(text.exhibits().bucket().requests_each(), requests)),
                ("tokens", &text.number().counted(text.exhibits().bucket().tokens_each(), tokens)),
            ],
        );
        format!("{example} {kind}")
    }

    /// What became of the last request, for tests and host pages.
    fn outcome_name(self) -> &'static str {
        match self.last.get() {
            None => "idle",
            Some(Admission::Admitted) => "admitted",
            Some(Admission::Refused { .. }) => "refused",
            Some(Admission::NeverFits) => "never",
        }
    }

    fn outcome_words(self) -> String {
        let text = self.context.text().exhibits().bucket();
        match self.last.get() {
            None => text.idle().to_owned(),
            Some(Admission::Admitted) => text.admitted().to_owned(),
            Some(Admission::Refused { retry_after_s }) => {
                fill(text.refused(), &[("time", &self.context.text().number().as_seconds(retry_after_s))])
            }
            Some(Admission::NeverFits) => text.never().to_owned(),
        }
    }

    /// The answer's headers about the limit as it is now; none where there is nothing to count with.
    fn headers(self) -> String {
        let limit = self.limit();
        if RateLimiter::of(limit).is_none() {
            return String::new();
        }
        self.limiter.get().header_lines(limit, self.last.get(), now_s()).join("\n")
    }

    /// Where all this was read, and what counts.
    fn proofs(self) -> String {
        let text = self.context.text().exhibits().bucket();
        let limit = self.limit();
        let mut out = proof(self.context, limit.provider, &escape(text.counts()), &limit.sourced);
        for (sentence, known) in &limit.counts {
            out += &proof(self.context, limit.provider, &english(sentence), known);
        }
        if limit.headers.is_empty() {
            out += &format!("<li>{}</li>", escape(text.no_headers()));
        }
        out
    }
}

/// Seconds of Unix time; at build time those of an example, so that a build does not depend on its day.
fn now_s() -> u64 {
    if cfg!(feature = "ssr") { 1_795_344_600 } else { (js_sys::Date::now() / 1_000.0) as u64 }
}
