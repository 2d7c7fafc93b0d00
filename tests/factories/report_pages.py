"""What a browser makes of a report."""

from html.parser import HTMLParser


class Page(HTMLParser):
    """What a browser makes of a report: elements with their attributes, tables, and text."""

    def __init__(self, html):
        super().__init__(convert_charrefs=True)
        self.elements, self.rows, self.text, self.style = [], [], "", ""
        self._open = []
        self.feed(html)
        self.close()
        self.text = " ".join(self.text.split())

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        self._open.append(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag):
        assert tag in self._open, f"</{tag}> closes nothing"
        while self._open.pop() != tag:
            pass

    def handle_data(self, data):
        if self._open and self._open[-1] == "style":
            self.style += data
            return
        self.text += data
        if self._open and self._open[-1] in ("td", "th"):
            self.rows[-1][-1] += data

    def of(self, wanted):
        return [attributes for tag, attributes in self.elements if tag == wanted]


def page_of(path):
    return Page(path.read_text(encoding="utf-8"))
