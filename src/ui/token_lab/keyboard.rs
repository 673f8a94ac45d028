//! Moving among the tokens with the keyboard: the chips are one tab stop.

/// The token to go to from `active` when `key` is pressed; `None` if the key means nothing here.
pub(super) fn target(key: &str, active: Option<usize>, count: usize) -> Option<usize> {
    let last = count.checked_sub(1)?;
    let Some(active) = active else {
        return match key {
            "ArrowRight" | "ArrowDown" | "PageUp" | "Home" | "Enter" | " " => Some(0),
            "PageDown" => Some(last.min(20)),
            "End" => Some(last),
            _ => None,
        };
    };
    match key {
        "ArrowRight" | "ArrowDown" => Some((active + 1).min(last)),
        "ArrowLeft" | "ArrowUp" => Some(active.saturating_sub(1)),
        "PageDown" => Some((active + 20).min(last)),
        "PageUp" => Some(active.saturating_sub(20)),
        "Home" => Some(0),
        "End" => Some(last),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::target;

    #[test]
    fn arrows_stay_inside() {
        assert_eq!(target("ArrowRight", None, 3), Some(0));
        assert_eq!(target("ArrowRight", Some(2), 3), Some(2));
        assert_eq!(target("ArrowLeft", Some(0), 3), Some(0));
        assert_eq!(target("End", Some(0), 3), Some(2));
        assert_eq!(target("ArrowRight", None, 0), None);
        assert_eq!(target("Tab", Some(1), 3), None);
    }
}
