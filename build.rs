//! Gives the tokenizer's binary a small stack: nothing in it recurses, and the linker's megabyte would
//! be a twelfth of its memory.

const STACK_BYTES: u32 = 1 << 17;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if std::env::var("CARGO_CFG_TARGET_ARCH").as_deref() == Ok("wasm32") {
        println!("cargo::rustc-link-arg-bin=tokenizer=-zstack-size={STACK_BYTES}");
    }
}
