//! Line drawings of the picture, in boxes of 24 by 24 units, and people. Only the build writes them.

use leptos::prelude::*;

use crate::journey::Station;

/// A ring and two teeth.
const KEY: &str = "M3.5 12a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M10.5 12h10v3.6M16.8 12v2.7";
const EYE: &str = "M2.5 12C6 6.2 18 6.2 21.5 12 18 17.8 6 17.8 2.5 12zM12 9.4a2.6 2.6 0 1 0 .01 0";
const LOCK: &str = "M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3M12 14.5v2";
const BROWSER: &str = "M3 5h18v14H3zM3 9h18M6 7h.01M8.6 7h.01";
const PHONE: &str = "M7.5 3h9v18h-9zM11 18h2";
/// Commits and a branch.
const BRANCH: &str = "M5 5a2 2 0 1 0 4 0a2 2 0 1 0-4 0M5 19a2 2 0 1 0 4 0a2 2 0 1 0-4 0M15 9a2 2 0 1 0 4 0a2 2 0 1 0-4 0M7 7v10M17 11c0 4-9 2-10 6";
const PACKAGE: &str = "M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8";
/// Two machines.
const RACK: &str = "M4 4h16v6.5H4zM4 13.5h16V20H4zM7.5 7.2h.01M7.5 16.7h.01M11 7.2h6M11 16.7h6";
const SAFE: &str =
    "M4 4h16v14.5H4zM7 18.5V21M17 18.5V21M12 8a3.3 3.3 0 1 0 .01 0M12 11.3V9.4M12 11.3l1.7 1.2M12 11.3l-1.7 1.2";
const CLOUD: &str = "M7 18.5a4.2 4.2 0 0 1 .4-8.4 5.2 5.2 0 0 1 10 1.3 3.6 3.6 0 0 1-.4 7.1z";

/// Places of people's heads, in units of the drawing.
const TEAM: [(u8, u8); 3] = [(14, 9), (24, 7), (34, 9)];
const CROWD: [(u8, u8); 7] = [(6, 12), (12, 7), (18, 12), (24, 6), (30, 12), (36, 7), (42, 12)];

/// The drawing of a station; the visitor has a browser or a phone, of which the style sheet shows one.
pub(super) fn station(station: Station) -> impl IntoView {
    lines(match station {
        Station::Repository => &[("plain", BRANCH)],
        Station::Build => &[("plain", PACKAGE)],
        Station::Client => &[("browser", BROWSER), ("phone", PHONE)],
        Station::BackEnd => &[("plain", RACK)],
        Station::SecretManager => &[("plain", SAFE)],
        Station::Provider => &[("plain", CLOUD)],
    })
}

pub(super) fn key() -> impl IntoView {
    lines(&[("key", KEY)])
}

/// Whoever can look at a station, with the eye that opens when there is a key to see, or the lock before it.
pub(super) fn people(station: Station) -> impl IntoView {
    match station {
        Station::Repository => (vec![group("crowd", &CROWD), group("team", &TEAM)], lines(&[("eye", EYE)])),
        Station::Build => (vec![group("team", &TEAM)], lines(&[("eye", EYE)])),
        Station::Client => (vec![group("crowd", &CROWD)], lines(&[("eye", EYE)])),
        Station::BackEnd | Station::SecretManager => (Vec::new(), lines(&[("lock", LOCK)])),
        Station::Provider => (Vec::new(), Vec::new()),
    }
}

fn lines(drawings: &[(&'static str, &'static str)]) -> Vec<AnyView> {
    let drawing = |&(name, path): &(&'static str, &'static str)| {
        view! { <svg class=format!("drawn drawn--{name}") viewBox="0 0 24 24"><path d=path></path></svg> }.into_any()
    };
    drawings.iter().map(drawing).collect()
}

/// People, each a head above shoulders.
fn group(name: &str, heads: &[(u8, u8)]) -> AnyView {
    let person = |&(x, y): &(u8, u8)| {
        format!("M{x} {y}m-2.4 0a2.4 2.4 0 1 0 4.8 0a2.4 2.4 0 1 0-4.8 0M{x} {y}m-3.6 9.5a3.6 6 0 0 1 7.2 0z")
    };
    let paths: String = heads.iter().map(person).collect();
    view! { <svg class=format!("people people--{name}") viewBox="0 0 48 24"><path d=paths></path></svg> }.into_any()
}
