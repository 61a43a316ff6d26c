//! The tree of what things are: headings, paragraphs, lists, tables, figures. It is what a screen reader reads.

use krilla::tagging::{Identifier, Node, TagGroup, TagKind, TagTree};

/// A node of the tree, by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TagId(usize);

enum Child {
    Group(TagId),
    Ink(Identifier),
}

/// The tree while it grows.
pub(super) struct Tags(Vec<(TagKind, Vec<Child>)>);

impl Tags {
    /// The node that holds all others.
    pub(super) const ROOT: TagId = TagId(0);

    pub(super) fn new(root: impl Into<TagKind>) -> Tags {
        Tags(vec![(root.into(), Vec::new())])
    }

    /// A node at the end of its parent.
    pub(super) fn add(&mut self, parent: TagId, kind: impl Into<TagKind>) -> TagId {
        let id = TagId(self.0.len());
        self.0.push((kind.into(), Vec::new()));
        self.0[parent.0].1.push(Child::Group(id));
        id
    }

    /// What was drawn for a node.
    pub(super) fn ink(&mut self, node: TagId, ink: Identifier) {
        self.0[node.0].1.push(Child::Ink(ink));
    }

    /// Another kind for a node, once more is known of it.
    pub(super) fn become_kind(&mut self, node: TagId, kind: impl Into<TagKind>) {
        self.0[node.0].0 = kind.into();
    }

    pub(super) fn tree(&self) -> TagTree {
        let mut tree = TagTree::new();
        tree.push(self.group(Tags::ROOT));
        tree
    }

    fn group(&self, id: TagId) -> TagGroup {
        let (kind, children) = &self.0[id.0];
        let nodes = children.iter().map(|child| match child {
            Child::Group(id) => Node::Group(self.group(*id)),
            Child::Ink(ink) => Node::Leaf(*ink),
        });
        TagGroup::with_children(kind.clone(), nodes.collect())
    }
}
