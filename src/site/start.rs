//! Everything on the way to the app, for a page to ask for at once and not one file after the other.
//!
//! 1. The scripts that start the page are asked for as soon as its first bytes are read.
//! 2. The app follows: at once in an embed, which is little more than the app; in the article, where reading
//!    comes first, when the first paint is done (`boot.js`), so that nothing else delays it.
//!
//! Modules are found by reading their imports, so that none is forgotten. Invariant: the links ask
//! exactly as the scripts will, or the files would be fetched twice.

use super::dist::Binaries;
use super::{Dist, SiteError};

/// The script that starts a page.
pub(super) const BOOT: &str = "boot.js";

/// The files on the way to the app, from the site's root.
pub(super) struct Start {
    /// What the starting script imports.
    scripts: Vec<String>,
    /// The app's glue and what that imports besides.
    glue: Vec<String>,
    wasm: String,
}

impl Start {
    /// Reads which modules import which.
    pub(super) fn new(dist: &Dist, app: &Binaries) -> Result<Self, SiteError> {
        let mut scripts = with_imports(dist, BOOT)?;
        let mut glue = with_imports(dist, &app.app.glue)?;
        glue.retain(|module| !scripts.contains(module));
        scripts.retain(|module| module != BOOT); // its own tag asks for it
        Ok(Self { scripts, glue, wasm: app.app.wasm.clone() })
    }

    /// Links for a page's head; `base` leads from the page to the site's root. With the page's `data`, from the root,
    /// for a page that asks for the app at once.
    pub(super) fn links(&self, base: &str, data: Option<&str>) -> String {
        // The scripts fetch these as `fetch` does by itself, which is `crossorigin` here.
        let fetched = |path| format!("<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{base}{path}\">");
        let module = |path: &String| format!("<link rel=\"modulepreload\" href=\"{base}{path}\">");
        // The longest download first.
        let app = data.map(|data| [&self.wasm, data].map(fetched).into_iter().chain(self.glue.iter().map(module)));
        app.into_iter().flatten().chain(self.scripts.iter().map(module)).collect::<Vec<_>>().join("\n")
    }

    /// The app's modules, the one that imports the others first.
    pub(super) fn glue(&self) -> String {
        self.glue.join(" ")
    }
}

/// A module and all that it imports, however far away.
fn with_imports(dist: &Dist, module: &str) -> Result<Vec<String>, SiteError> {
    let mut modules = vec![module.to_owned()];
    let mut read = 0;
    while let Some(module) = modules.get(read).cloned() {
        for import in imports(&module, &dist.read(&module)?) {
            if !modules.contains(&import) {
                modules.push(import);
            }
        }
        read += 1;
    }
    Ok(modules)
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
