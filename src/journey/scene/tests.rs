use super::{Hook, Lamp, Paper, Scene, TextLook};
use crate::journey::{Billed, Ending, Fixer, Half, Outcome, Provider, Retry, Scenario, Stage, Timeline};

/// Where the three providers stop a request of `scenario` in general; what each does is the matter of the facts.
fn outcome(scenario: Scenario) -> Outcome {
    use Scenario::{
        Address, Expired, Leaked, Mistyped, NoCredit, NoKey, NoPermission, Overloaded, Paid, RateLimit, Revoked,
        SpendLimit, StreamCut, TooLong,
    };
    let (stage, ending, billed) = match scenario {
        Paid | Leaked => (Stage::Bill, Ending::Paid, Billed::All),
        NoKey | Mistyped | Revoked | Expired | NoPermission | Address => {
            (Stage::CheckKey, Ending::Refused, Billed::Nothing)
        }
        RateLimit | NoCredit | SpendLimit => (Stage::CheckLimits, Ending::Refused, Billed::Nothing),
        TooLong => (Stage::Tokenize, Ending::Refused, Billed::Nothing),
        Overloaded => (Stage::Generate, Ending::Failed, Billed::Nothing),
        StreamCut => (Stage::Generate, Ending::Failed, Billed::Unknown),
    };
    let status = if matches!(ending, Ending::Paid) || scenario == StreamCut { 200 } else { 400 };
    Outcome {
        scenario,
        stage,
        ending,
        billed,
        status: Some(status),
        half: Half::Neither,
        retry: Retry::No,
        fixer: Fixer::You,
        ..Outcome::paid(Provider::OpenAi)
    }
}

const OUTPUT_TOKENS: u32 = 20;

/// The picture at every moment that differs.
fn scenes(scenario: Scenario) -> Vec<Scene> {
    let outcome = outcome(scenario);
    let timeline = Timeline::new(&outcome, OUTPUT_TOKENS);
    let steps = 2_000;
    let at = |step| timeline.at(1.0 + (timeline.end_ms() - 1.0) * f64::from(step) / f64::from(steps));
    (0..=steps).map(|step| Scene::at(&at(step), &outcome)).collect()
}

fn end(scenario: Scenario) -> Scene {
    *scenes(scenario).last().expect("a scene")
}

#[test]
fn no_two_endings_look_the_same() {
    let ends: Vec<_> = Scenario::ALL.iter().map(|&scenario| (scenario, end(scenario))).collect();
    for (index, (one, scene)) in ends.iter().enumerate() {
        for (other, another) in &ends[index + 1..] {
            let drawn = |scene: &Scene| (scene.key, scene.tokens, scene.cost);
            assert_ne!(drawn(scene), drawn(another), "{one:?} and {other:?}");
        }
    }
}

#[test]
fn one_thing_is_wrong_where_the_request_stops_and_nothing_before() {
    for &scenario in Scenario::ALL {
        let scenes = scenes(scenario);
        let wrong: Vec<_> = scenes.iter().filter_map(|scene| scene.wrong).collect();
        let stops = outcome(scenario).ending != Ending::Paid;
        assert_eq!(wrong.len(), usize::from(stops), "{scenario:?}");
        assert_eq!(scenes.last().expect("a scene").wrong.is_some(), stops, "{scenario:?}");
    }
}

#[test]
fn the_key_hangs_as_it_hung() {
    for &scenario in Scenario::ALL {
        let hooks: Vec<_> = scenes(scenario).iter().map(|scene| scene.key.hook).collect();
        let first = hooks.iter().position(|&hook| hook == Hook::Key);
        assert_eq!(first.is_some(), scenario != Scenario::NoKey, "{scenario:?}");
        let from = first.unwrap_or(hooks.len());
        assert!(hooks[from..].iter().all(|&hook| hook == Hook::Key), "{scenario:?}: it left its hook");
    }
}

#[test]
fn nothing_runs_backwards() {
    for &scenario in Scenario::ALL {
        let shares = |scene: &Scene| {
            let (key, tokens, cost) = (scene.key, scene.tokens, scene.cost);
            let written = f64::from(tokens.written.expect("a number while it runs"));
            [
                key.way,
                key.line,
                key.dip,
                tokens.fall,
                tokens.cut,
                tokens.entered,
                written,
                cost.lines,
                cost.sum,
                cost.drop,
            ]
        };
        for pair in scenes(scenario).windows(2) {
            for (before, after) in shares(&pair[0]).into_iter().zip(shares(&pair[1])) {
                assert!(after >= before, "{scenario:?}: {pair:?}");
            }
        }
    }
}

#[test]
fn who_is_stopped_at_the_door_has_nothing_counted_and_nothing_charged() {
    for &scenario in Scenario::ALL.iter().filter(|&&scenario| outcome(scenario).stage <= Stage::CheckLimits) {
        let end = end(scenario);
        let lamp = if scenario == Scenario::NoPermission { Lamp::Green } else { Lamp::Red };
        assert_eq!((end.key.lamp, end.tokens.text, end.cost.paper), (lamp, TextLook::Kept, Paper::Absent));
        assert_eq!((end.cost.input, end.cost.is_charged, end.tokens.written), (0.0, false, Some(0)), "{scenario:?}");
    }
}

#[test]
fn money_waits_until_the_model_has_accepted_the_request() {
    for &scenario in Scenario::ALL {
        let outcome = outcome(scenario);
        let timeline = Timeline::new(&outcome, OUTPUT_TOKENS);
        for t_ms in 1..timeline.start_ms(Stage::Generate) as u32 {
            let scene = Scene::at(&timeline.at(f64::from(t_ms)), &outcome);
            assert!(!scene.cost.is_charged, "{scenario:?} at {t_ms} ms");
        }
    }
    assert!(end(Scenario::Paid).cost.is_charged && end(Scenario::StreamCut).cost.is_charged);
    assert!(!end(Scenario::Overloaded).cost.is_charged && !end(Scenario::TooLong).cost.is_charged);
}

#[test]
fn the_words_tell_the_endings_apart_too() {
    let mut words: Vec<_> = Scenario::ALL.iter().map(|&scenario| end(scenario).words()).collect();
    words.sort();
    words.dedup();
    assert_eq!(words.len(), Scenario::ALL.len());
}

#[test]
fn before_the_start_everything_is_shown_completed_whatever_is_chosen() {
    for &scenario in Scenario::ALL {
        let outcome = outcome(scenario);
        let idle = Scene::at(&Timeline::new(&outcome, OUTPUT_TOKENS).at(0.0), &outcome);
        assert_eq!((idle.band, idle.wrong, idle.tokens.written), (None, None, None));
        assert_eq!((idle.key, idle.cost), (end(Scenario::Paid).key, end(Scenario::Paid).cost), "{scenario:?}");
    }
}
