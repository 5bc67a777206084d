"""Every trap of DESIGN.md, part 5, sprung on a real build."""
