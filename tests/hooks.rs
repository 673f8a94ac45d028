//! The contract for host pages names what the code has: the lists under "Hooks" in ARCHITECTURE.md are
//! those of the enumerations, in the same order.

#![cfg(feature = "ssr")]

use std::fs;
use std::path::Path;

use keys_and_tokens::exhibits::Exhibit;
use keys_and_tokens::journey::conversation::Memory;
use keys_and_tokens::journey::cost::Task;
use keys_and_tokens::journey::ledger::LeakState;
use keys_and_tokens::journey::{
    Ending, KeyPlace, Phase, Phrase, Provider, Readers, Scenario, Sense, Situation, Stage, Variation,
};
use keys_and_tokens::tokenizer::Encoding;

/// The names in the first line of the section that begins so.
fn listed(beginning: &str) -> Vec<String> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md");
    let text = fs::read_to_string(file).expect("the map");
    let (_, hooks) = text.split_once("\n## Hooks\n").expect("the section");
    let line = hooks.lines().find_map(|line| line.strip_prefix(beginning)).expect(beginning);
    line.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn every_list_of_names_is_that_of_the_code() {
    let lists: [(&str, Vec<&str>); 14] = [
        ("| `data-encoding` |", Encoding::ALL.iter().map(|encoding| encoding.name()).collect()),
        ("| `data-stage` |", Stage::ALL.iter().map(|stage| stage.name()).collect()),
        (
            "| `data-outcome` |",
            [Phase::Idle, Phase::Running]
                .into_iter()
                .chain(Ending::ALL.iter().map(|&ending| Phase::Ended(ending)))
                .map(Phase::name)
                .collect(),
        ),
        ("| `data-provider` |", Provider::ALL.iter().map(|provider| provider.name()).collect()),
        ("| `data-scenario` |", Scenario::ALL.iter().map(|scenario| scenario.name()).collect()),
        (
            "- In the receipts, `select[name=variation]` has ",
            Variation::ALL.iter().map(|variation| variation.name()).collect(),
        ),
        ("- In the calculator of costs, `select[name=task]` has ", Task::ALL.iter().map(|task| task.name()).collect()),
        ("- `[data-workshop]` is ", Situation::ALL.iter().map(|situation| situation.name()).collect()),
        (
            "- `[data-which-token]` is the sentence to sort: ",
            Phrase::ALL.iter().map(|phrase| phrase.name()).chain(["result"]).collect(),
        ),
        (
            "- `[data-key-place]` is where the key was put: ",
            KeyPlace::ALL.iter().map(|place| place.name()).chain(["input[name=key-place]"]).collect(),
        ),
        ("  Its `data-readers` is who can read it: ", Readers::ALL.iter().map(|readers| readers.name()).collect()),
        (
            "  The choices are `[data-sense]`: ",
            Sense::ALL.iter().map(|sense| sense.name()).chain(["data-verdict", "right", "wrong"]).collect(),
        ),
        (
            "- `[data-conversation]` is what a turn sends of those before it: ",
            Memory::ALL.iter().map(|memory| memory.name()).collect(),
        ),
        ("- `[data-ledger]` says how the leak stands: ", LeakState::ALL.iter().map(|state| state.name()).collect()),
    ];
    for (beginning, names) in lists {
        assert_eq!(listed(beginning), names, "{beginning}");
    }
}

#[test]
fn every_exhibit_has_a_root_that_is_listed() {
    let roots: Vec<String> = Exhibit::ALL.iter().map(|exhibit| format!("#{}", exhibit.root_id())).collect();
    assert_eq!(listed("- Each is in a `[data-exhibit]`: "), roots);
}
