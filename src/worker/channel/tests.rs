use super::{Channel, Step};
use crate::tokenizer::{Reading, Tokenization};
use crate::worker::protocol::{Comparison, Failure, Job, Question, Reply};

fn text(words: &str) -> Reading {
    Reading { text: words.into(), ..Reading::default() }
}

fn send(id: u32, words: &str) -> Step {
    Step::Send(id, Job::Count(text(words)))
}

fn ask(id: u32, question: Question) -> Step {
    Step::Send(id, Job::Ask(question))
}

fn deliver(reply: Reply, words: &str) -> Step {
    Step::Deliver(reply, text(words))
}

fn done() -> Reply {
    Reply::Done(Tokenization::default())
}

fn same() -> Reply {
    Reply::Checked(Comparison::Same)
}

fn crashed() -> Reply {
    Reply::Failed(Failure::Crashed)
}

/// A channel whose worker has counted `a` as its first text.
fn counted() -> Channel {
    let mut channel = Channel::default();
    channel.count(text("a"));
    assert_eq!(channel.receive(1, done()), [deliver(done(), "a")]);
    channel
}

#[test]
fn the_first_text_starts_a_worker_and_the_next_does_not() {
    let mut channel = Channel::default();
    assert_eq!(channel.count(text("a")), [Step::StartWorker, send(1, "a")]);
    assert_eq!(channel.count(text("b")), [send(2, "b")]);
}

#[test]
fn a_reply_comes_with_the_text_that_it_is_about() {
    let mut channel = Channel::default();
    channel.count(text("a"));
    assert_eq!(channel.receive(1, Reply::Loading(40)), [deliver(Reply::Loading(40), "a")]);
    assert_eq!(channel.receive(1, Reply::Counting(70)), [deliver(Reply::Counting(70), "a")]);
    assert_eq!(channel.receive(1, done()), [deliver(done(), "a")]);
}

#[test]
fn only_the_latest_text_is_heard_of() {
    let mut channel = Channel::default();
    channel.count(text("a"));
    channel.count(text("b"));
    assert_eq!(channel.receive(1, done()), []);
    assert_eq!(channel.receive(2, done()), [deliver(done(), "b")]);
}

#[test]
fn after_a_cancel_nothing_is_heard() {
    let mut channel = Channel::default();
    assert_eq!(channel.cancel(), [], "there is nobody to be told");
    channel.count(text("a"));
    assert_eq!(channel.cancel(), [Step::Send(3, Job::Cancel)]);
    assert_eq!(channel.receive(2, done()), []);
}

#[test]
fn a_question_about_the_counted_text_is_sent_at_once() {
    let mut channel = counted();
    assert_eq!(channel.ask(text("a"), Question::Check), [ask(1, Question::Check)]);
    assert_eq!(channel.receive(1, same()), [deliver(same(), "a")]);
}

#[test]
fn a_question_about_a_text_that_no_engine_holds_has_it_counted_first() {
    let first = Channel::default().ask(text("a"), Question::Check);
    assert_eq!(first, [Step::StartWorker, send(1, "a"), ask(1, Question::Check)]);
    assert_eq!(counted().ask(text("b"), Question::Check), [send(2, "b"), ask(2, Question::Check)]);

    let mut cancelled = counted();
    cancelled.cancel();
    assert_eq!(cancelled.ask(text("a"), Question::Check), [send(3, "a"), ask(3, Question::Check)]);

    let mut failed = Channel::default();
    failed.count(text("a"));
    failed.receive(1, Reply::Failed(Failure::Download));
    assert_eq!(failed.ask(text("a"), Question::Check), [send(2, "a"), ask(2, Question::Check)]);
}

#[test]
fn a_refused_worker_is_replaced_by_the_engine_on_this_thread_and_nothing_is_lost() {
    let mut channel = Channel::default();
    channel.ask(text("a"), Question::Check);
    assert_eq!(channel.worker_failed(), [Step::Close, Step::ImportEngine]);
    let find = Question::Find("x".to_owned());
    assert_eq!(channel.ask(text("a"), find.clone()), [], "it waits while the engine is on its way");
    assert_eq!(channel.engine_imported(true), [send(1, "a"), ask(1, Question::Check), ask(1, find.clone())]);
    assert_eq!(channel.receive(1, done()), [deliver(done(), "a")]);
    assert_eq!(channel.ask(text("a"), find.clone()), [ask(1, find)]);
}

#[test]
fn while_the_engine_is_on_its_way_the_latest_text_takes_the_place_of_those_before() {
    let mut channel = Channel::default();
    channel.ask(text("a"), Question::Check);
    channel.worker_failed();
    assert_eq!(channel.count(text("b")), []);
    assert_eq!(channel.engine_imported(true), [send(2, "b")]);
}

#[test]
fn an_engine_that_cannot_be_fetched_fails_the_text_and_is_tried_again_with_the_next() {
    let mut channel = Channel::default();
    channel.count(text("a"));
    channel.worker_failed();
    let failed = deliver(Reply::Failed(Failure::Download), "a");
    assert_eq!(channel.engine_imported(false), [Step::Close, failed]);
    assert_eq!(channel.count(text("a"))[0], Step::StartWorker);
}

#[test]
fn a_worker_that_dies_while_it_counts_fails_the_text() {
    let mut channel = counted();
    channel.count(text("b"));
    channel.receive(2, Reply::Counting(50));
    assert_eq!(channel.worker_failed(), [Step::Close, deliver(crashed(), "b")]);
}

#[test]
fn a_worker_that_dies_while_it_checks_fails_the_text() {
    let mut channel = counted();
    channel.ask(text("a"), Question::Check);
    assert_eq!(channel.worker_failed(), [Step::Close, deliver(crashed(), "a")]);
}

#[test]
fn a_worker_that_dies_idle_is_missed_by_nobody_and_the_next_question_starts_another() {
    let mut channel = counted();
    assert_eq!(channel.worker_failed(), [Step::Close]);
    let steps = channel.ask(text("a"), Question::Check);
    assert!(
        matches!(&steps[..], [Step::StartWorker, Step::Send(id, Job::Count(_)), Step::Send(same_id, _)] if id == same_id)
    );
}

#[test]
fn a_question_that_fails_ends_those_behind_it() {
    let mut channel = counted();
    channel.ask(text("a"), Question::Find("x".to_owned()));
    channel.ask(text("a"), Question::Check);
    assert_eq!(channel.receive(1, crashed()), [deliver(crashed(), "a")]);
    assert_eq!(channel.worker_failed(), [Step::Close], "nothing is owed any more");
}
