//! The numbers of the charts as a table.

use super::Course;
use crate::journey::conversation::running_cost;
use crate::markup::escape;

/// A row for each turn.
pub(super) fn html(course: &Course) -> String {
    let text = course.text().table();
    let number = course.context.text().number();
    let heads = [text.sent(), text.again(), text.cached(), text.summarizing(), text.cost(), text.plain()];
    let heads: String = heads.iter().map(|head| format!("<th scope=\"col\">{}</th>", escape(head))).collect();
    let costs = running_cost(&course.turns).into_iter().zip(running_cost(&course.plain));
    let rows: String = course
        .turns
        .iter()
        .zip(costs)
        .map(|(turn, (cost, plain))| {
            let tokens = [turn.sent(), turn.sent_again(), turn.usage.cache_read, turn.summarized()];
            let tokens = tokens.map(|tokens| number.whole(tokens));
            let cells = tokens.into_iter().chain([course.amount(cost), course.amount(plain)]);
            let cells: String = cells.map(|cell| format!("<td>{}</td>", escape(&cell))).collect();
            format!("<tr><th scope=\"row\">{}</th>{cells}</tr>", number.whole(turn.number))
        })
        .collect();
    format!(
        "<table class=\"numbers\"><caption>{}</caption>\
         <thead><tr><th scope=\"col\">{}</th>{heads}</tr></thead><tbody>{rows}</tbody></table>",
        escape(text.caption()),
        escape(text.turn())
    )
}
