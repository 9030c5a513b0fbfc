using System.Globalization;
using System.Xml.Linq;
using SscPipeline.Domain.Workbooks;
using SscPipeline.Spreadsheets.Xlsx;

namespace SscPipeline.Spreadsheets.Annotating;

/// <summary>The comments part of one sheet. A cell has at most one comment, so ours follows the sender's in the same one.</summary>
internal sealed class CommentBook
{
    private readonly XDocument _document;
    private readonly XNamespace _main;
    private readonly XElement _list;
    private readonly Dictionary<CellAddress, XElement> _comments = [];

    public CommentBook(XDocument document)
    {
        _document = document;
        _main = document.Root!.Name.Namespace;
        _list = Child("commentList");
        foreach (var comment in _list.Elements(_main + "comment"))
        {
            if (CellAddress.TryParse((string?)comment.Attribute("ref")) is { } address)
            {
                _comments.TryAdd(address, comment);
            }
        }
    }

    public bool IsChanged { get; private set; }

    public static XDocument Empty(Dialect dialect) =>
        new(new XElement(dialect.Main + "comments", new XElement(dialect.Main + "authors"), new XElement(dialect.Main + "commentList")));

    /// <summary>Takes off what an earlier copy added.</summary>
    /// <returns>The cells that have no comment any more.</returns>
    public IReadOnlyList<CellAddress> RemoveOurs()
    {
        var emptied = new List<CellAddress>();
        foreach (var (address, comment) in _comments.ToList())
        {
            var texts = Texts(comment).ToList();
            var whole = string.Concat(texts.Select(text => EscapedText.Decode(text.Value.ToCharArray()).ToString()));
            if (OwnMarks.Find(whole) is not { } mark)
            {
                continue;
            }

            IsChanged = true;
            if (mark.Length == whole.Length)
            {
                comment.Remove();
                _comments.Remove(address);
                emptied.Add(address);
            }
            else
            {
                Cut(texts, mark.Start, mark.Length);
            }
        }

        return emptied;
    }

    /// <returns>Whether the comment is new, so that it needs a shape; otherwise the text was put below the one that is there.</returns>
    public bool Put(CellAddress address, string author, string text)
    {
        IsChanged = true;
        if (_comments.TryGetValue(address, out var known) && known.Element(_main + "text") is { } there)
        {
            // A plain text has no runs; beside runs it must be one itself.
            foreach (var plain in there.Elements(_main + "t").ToList())
            {
                plain.ReplaceWith(new XElement(_main + "r", Spaced(plain.Value)));
            }

            var last = there.Elements(_main + "r").LastOrDefault();
            var run = new XElement(_main + "r", last?.Element(_main + "rPr"), Spaced("\n" + EscapedText.Encode(text)));
            if (last is null)
            {
                there.AddFirst(run);
            }
            else
            {
                last.AddAfterSelf(run);
            }

            return false;
        }

        known?.Remove();
        var comment = new XElement(
            _main + "comment",
            new XAttribute("ref", address.ToString()),
            new XAttribute("authorId", Author(author).ToString(CultureInfo.InvariantCulture)),
            new XElement(_main + "text", new XElement(_main + "r", Small(), Spaced(EscapedText.Encode(text)))));
        _list.Add(comment);
        _comments[address] = comment;
        return known is null;
    }

    public void Save(Stream part) => PartXml.Save(_document, part);

    private IEnumerable<XElement> Texts(XElement comment) =>
        comment.Elements(_main + "text").Descendants(_main + "t").Where(text => text.Parent!.Name != _main + "rPh");

    private static void Cut(List<XElement> texts, int start, int length)
    {
        var at = 0;
        foreach (var text in texts)
        {
            var value = EscapedText.Decode(text.Value.ToCharArray()).ToString();
            var from = Math.Clamp(start - at, 0, value.Length);
            var to = Math.Clamp(start + length - at, from, value.Length);
            at += value.Length;
            if (to > from)
            {
                text.Value = EscapedText.Encode(value.Remove(from, to - from));
            }

            if (text.Value.Length == 0 && text.Parent is { Name.LocalName: "r" } run)
            {
                run.Remove();
            }
        }
    }

    private int Author(string name)
    {
        var authors = Child("authors");
        var known = authors.Elements(_main + "author").ToList();
        var at = known.FindIndex(one => one.Value == name);
        if (at < 0)
        {
            authors.Add(new XElement(_main + "author", name));
        }

        return at < 0 ? known.Count : at;
    }

    private XElement Small() => new(
        _main + "rPr",
        new XElement(_main + "sz", new XAttribute("val", 9)),
        new XElement(_main + "color", new XAttribute("indexed", 81)),
        new XElement(_main + "rFont", new XAttribute("val", "Tahoma")),
        new XElement(_main + "family", new XAttribute("val", 2)));

    private XElement Spaced(string text) => new(_main + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text);

    private XElement Child(string name)
    {
        if (_document.Root!.Element(_main + name) is { } known)
        {
            return known;
        }

        var child = new XElement(_main + name);
        if (name == "authors")
        {
            _document.Root.AddFirst(child);
        }
        else
        {
            _document.Root.Add(child);
        }

        return child;
    }
}
