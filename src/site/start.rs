//! What a page asks for as soon as its first bytes are read: everything on the way to the app, at once
//! and not one file after the other.
//!
//! Modules are found by reading their imports, so that none is forgotten. Invariant: the links ask
//! exactly as the scripts will, or the files would be fetched twice.

use super::dist::Binaries;
use super::{Dist, SiteError};

/// The script that starts a page.
pub(super) const BOOT: &str = "boot.js";

/// The files on the way to the app, from the site's root.
pub(super) struct Start {
    modules: Vec<String>,
    wasm: String,
}

impl Start {
    /// Reads which modules import which.
    pub(super) fn new(dist: &Dist, app: &Binaries) -> Result<Self, SiteError> {
        let mut modules = vec![app.app.glue.clone(), BOOT.to_owned()];
        let mut read = 0;
        while let Some(module) = modules.get(read).cloned() {
            for import in imports(&module, &dist.read(&module)?) {
                if !modules.contains(&import) {
                    modules.push(import);
                }
            }
            read += 1;
        }
        modules.retain(|module| module != BOOT); // its own tag asks for it
        Ok(Self { modules, wasm: app.app.wasm.clone() })
    }

    /// Links for a page's head; `base` leads from the page to the site's root.
    pub(super) fn links(&self, base: &str) -> String {
        // The longest download first. The glue fetches it as `fetch` does by itself, which is `crossorigin` here.
        let wasm = format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{base}{}\">", self.wasm);
        let module = |path: &String| format!("<link rel=\"modulepreload\" href=\"{base}{path}\">");
        std::iter::once(wasm).chain(self.modules.iter().map(module)).collect::<Vec<_>>().join("\n")
    }
}

/// The modules that `module` imports when it is loaded, from the site's root. Each import has a line of
/// its own, as wasm-bindgen and our scripts write them.
fn imports(module: &str, text: &str) -> Vec<String> {
    let lines = text.lines().filter(|line| line.starts_with("import "));
    let addresses = lines.filter_map(|line| line.trim_end_matches(';').strip_suffix(['"', '\'']));
    addresses.filter_map(|line| line.rsplit(['"', '\'']).next()).map(|address| resolve(module, address)).collect()
}

/// The file that `module` means by a relative address.
fn resolve(module: &str, address: &str) -> String {
    let mut folders: Vec<&str> = module.split('/').collect();
    folders.pop();
    for step in address.split('/') {
        match step {
            "." => {}
            ".." => drop(folders.pop()),
            name => folders.push(name),
        }
    }
    folders.join("/")
}

#[cfg(test)]
mod tests {
    use super::imports;

    #[test]
    fn only_what_is_imported_at_once_counts() {
        let text =
            "import { redraw } from '../snippets/app-1/chips.js';\nimport \"./other.js\"\nimport(\"./late.js\");\n";
        assert_eq!(imports("assets/app.js", text), ["snippets/app-1/chips.js", "assets/other.js"]);
        assert_eq!(imports("boot.js", "import { a } from \"./a.js\";"), ["a.js"]);
    }
}
