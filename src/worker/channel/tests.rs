use super::{Channel, Step};
use crate::tokenizer::{Reading, Tokenization};
use crate::worker::protocol::{Asker, Comparison, Failure, Job, Question, Reply};

const LAB: Asker = Asker(0);
const EXHIBIT: Asker = Asker(1);

/// A channel that nobody but the lab and an exhibit use.
fn fresh() -> Channel {
    let mut channel = Channel::default();
    assert_eq!((channel.admit(), channel.admit()), (LAB, EXHIBIT));
    channel
}

fn text(words: &str) -> Reading {
    Reading { text: words.into(), ..Reading::default() }
}

fn send(id: u32, words: &str) -> Step {
    Step::Send(LAB, id, Job::Count(text(words)))
}

fn ask(id: u32, question: Question) -> Step {
    Step::Send(LAB, id, Job::Ask(question))
}

fn deliver(reply: Reply, words: &str) -> Step {
    Step::Deliver(LAB, reply, text(words))
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
    let mut channel = fresh();
    channel.count(LAB, text("a"));
    assert_eq!(channel.receive(1, done()), [deliver(done(), "a")]);
    channel
}

#[test]
fn the_first_text_starts_a_worker_and_the_next_does_not() {
    let mut channel = fresh();
    assert_eq!(channel.count(LAB, text("a")), [Step::StartWorker, send(1, "a")]);
    assert_eq!(channel.count(LAB, text("b")), [send(2, "b")]);
}

#[test]
fn a_reply_comes_with_the_text_that_it_is_about() {
    let mut channel = fresh();
    channel.count(LAB, text("a"));
    assert_eq!(channel.receive(1, Reply::Loading(40)), [deliver(Reply::Loading(40), "a")]);
    assert_eq!(channel.receive(1, Reply::Counting(70)), [deliver(Reply::Counting(70), "a")]);
    assert_eq!(channel.receive(1, done()), [deliver(done(), "a")]);
}

#[test]
fn only_the_latest_text_is_heard_of() {
    let mut channel = fresh();
    channel.count(LAB, text("a"));
    channel.count(LAB, text("b"));
    assert_eq!(channel.receive(1, done()), []);
    assert_eq!(channel.receive(2, done()), [deliver(done(), "b")]);
}

#[test]
fn after_a_cancel_nothing_is_heard() {
    let mut channel = fresh();
    assert_eq!(channel.cancel(LAB), [], "there is nobody to be told");
    channel.count(LAB, text("a"));
    assert_eq!(channel.cancel(LAB), [Step::Send(LAB, 3, Job::Cancel)]);
    assert_eq!(channel.receive(2, done()), []);
}

#[test]
fn a_question_about_the_counted_text_is_sent_at_once() {
    let mut channel = counted();
    assert_eq!(channel.ask(LAB, text("a"), Question::Check), [ask(1, Question::Check)]);
    assert_eq!(channel.receive(1, same()), [deliver(same(), "a")]);
}

#[test]
fn a_question_about_a_text_that_no_engine_holds_has_it_counted_first() {
    let first = fresh().ask(LAB, text("a"), Question::Check);
    assert_eq!(first, [Step::StartWorker, send(1, "a"), ask(1, Question::Check)]);
    assert_eq!(counted().ask(LAB, text("b"), Question::Check), [send(2, "b"), ask(2, Question::Check)]);

    let mut cancelled = counted();
    cancelled.cancel(LAB);
    assert_eq!(cancelled.ask(LAB, text("a"), Question::Check), [send(3, "a"), ask(3, Question::Check)]);

    let mut failed = fresh();
    failed.count(LAB, text("a"));
    failed.receive(1, Reply::Failed(Failure::Download));
    assert_eq!(failed.ask(LAB, text("a"), Question::Check), [send(2, "a"), ask(2, Question::Check)]);
}

#[test]
fn a_refused_worker_is_replaced_by_the_engine_on_this_thread_and_nothing_is_lost() {
    let mut channel = fresh();
    channel.ask(LAB, text("a"), Question::Check);
    assert_eq!(channel.worker_failed(), [Step::Close, Step::ImportEngine]);
    let find = Question::Find("x".to_owned());
    assert_eq!(channel.ask(LAB, text("a"), find.clone()), [], "it waits while the engine is on its way");
    assert_eq!(channel.engine_imported(true), [send(1, "a"), ask(1, Question::Check), ask(1, find.clone())]);
    assert_eq!(channel.receive(1, done()), [deliver(done(), "a")]);
    assert_eq!(channel.ask(LAB, text("a"), find.clone()), [ask(1, find)]);
}

#[test]
fn while_the_engine_is_on_its_way_the_latest_text_takes_the_place_of_those_before() {
    let mut channel = fresh();
    channel.ask(LAB, text("a"), Question::Check);
    channel.worker_failed();
    assert_eq!(channel.count(LAB, text("b")), []);
    assert_eq!(channel.engine_imported(true), [send(2, "b")]);
}

#[test]
fn an_engine_that_cannot_be_fetched_fails_the_text_and_is_tried_again_with_the_next() {
    let mut channel = fresh();
    channel.count(LAB, text("a"));
    channel.worker_failed();
    let failed = deliver(Reply::Failed(Failure::Download), "a");
    assert_eq!(channel.engine_imported(false), [Step::Close, failed]);
    assert_eq!(channel.count(LAB, text("a"))[0], Step::StartWorker);
}

#[test]
fn a_worker_that_dies_while_it_counts_fails_the_text() {
    let mut channel = counted();
    channel.count(LAB, text("b"));
    channel.receive(2, Reply::Counting(50));
    assert_eq!(channel.worker_failed(), [Step::Close, deliver(crashed(), "b")]);
}

#[test]
fn a_worker_that_dies_while_it_checks_fails_the_text() {
    let mut channel = counted();
    channel.ask(LAB, text("a"), Question::Check);
    assert_eq!(channel.worker_failed(), [Step::Close, deliver(crashed(), "a")]);
}

#[test]
fn a_worker_that_dies_idle_is_missed_by_nobody_and_the_next_question_starts_another() {
    let mut channel = counted();
    assert_eq!(channel.worker_failed(), [Step::Close]);
    let steps = channel.ask(LAB, text("a"), Question::Check);
    assert!(
        matches!(&steps[..], [Step::StartWorker, Step::Send(LAB, id, Job::Count(_)), Step::Send(LAB, same_id, _)] if id == same_id)
    );
}

#[test]
fn a_question_that_fails_ends_those_behind_it() {
    let mut channel = counted();
    channel.ask(LAB, text("a"), Question::Find("x".to_owned()));
    channel.ask(LAB, text("a"), Question::Check);
    assert_eq!(channel.receive(1, crashed()), [deliver(crashed(), "a")]);
    assert_eq!(channel.worker_failed(), [Step::Close], "nothing is owed any more");
}

fn send_of(asker: Asker, id: u32, words: &str) -> Step {
    Step::Send(asker, id, Job::Count(text(words)))
}

#[test]
fn askers_do_not_take_the_place_of_each_others_texts() {
    let mut channel = counted();
    assert_eq!(channel.count(EXHIBIT, text("x")), [send_of(EXHIBIT, 2, "x")]);
    assert_eq!(channel.ask(LAB, text("a"), Question::Check), [ask(1, Question::Check)], "it is still held");
    assert_eq!(channel.receive(2, done()), [Step::Deliver(EXHIBIT, done(), text("x"))]);
    assert_eq!(channel.receive(1, same()), [deliver(same(), "a")]);

    channel.count(EXHIBIT, text("y"));
    channel.count(LAB, text("b"));
    channel.cancel(LAB);
    assert_eq!(channel.receive(3, done()), [Step::Deliver(EXHIBIT, done(), text("y"))]);
}

#[test]
fn the_latest_text_of_an_asker_takes_the_place_of_its_own() {
    let mut channel = counted();
    channel.count(EXHIBIT, text("x"));
    channel.count(EXHIBIT, text("y"));
    assert_eq!(channel.receive(2, done()), []);
    assert_eq!(channel.receive(3, done()), [Step::Deliver(EXHIBIT, done(), text("y"))]);
}

#[test]
fn one_askers_failure_is_not_anothers() {
    let mut channel = counted();
    channel.count(EXHIBIT, text("x"));
    channel.count(LAB, text("b"));
    let download = || Reply::Failed(Failure::Download);
    assert_eq!(channel.receive(2, download()), [Step::Deliver(EXHIBIT, download(), text("x"))]);
    assert_eq!(channel.receive(3, done()), [deliver(done(), "b")]);
}

#[test]
fn a_worker_that_dies_fails_the_texts_of_all_who_wait_and_of_nobody_else() {
    let mut channel = counted();
    channel.count(EXHIBIT, text("x"));
    assert_eq!(channel.worker_failed(), [Step::Close, Step::Deliver(EXHIBIT, crashed(), text("x"))]);
    let steps = channel.ask(LAB, text("a"), Question::Check);
    assert!(matches!(&steps[..], [Step::StartWorker, Step::Send(LAB, _, Job::Count(_)), Step::Send(LAB, _, _)]));
}

#[test]
fn a_refused_worker_takes_no_askers_job_along() {
    let mut channel = fresh();
    channel.count(EXHIBIT, text("x"));
    channel.count(LAB, text("a"));
    channel.worker_failed();
    assert_eq!(channel.engine_imported(true), [send(2, "a"), send_of(EXHIBIT, 1, "x")]);
}
