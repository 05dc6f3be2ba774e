package dev.vetrina.catalog.catalogimport;

import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** HTML as the text that it shows: no markup and no script survives, paragraphs and list items stay lines. */
final class HtmlText implements NodeVisitor {

    private static final Set<String> LINES = Set.of("br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6");

    private final StringBuilder text = new StringBuilder();

    private HtmlText() {}

    static String of(String html) {
        HtmlText shown = new HtmlText();
        Jsoup.parse(html).body().traverse(shown);
        return shown.text
                .toString()
                .lines()
                .map(line -> line.strip().replaceAll("[\\s\\u00a0]+", " "))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode characters) {
            text.append(characters.getWholeText());
        }
        breakLine(node);
    }

    @Override
    public void tail(Node node, int depth) {
        breakLine(node);
    }

    private void breakLine(Node node) {
        if (LINES.contains(node.normalName())) {
            text.append('\n');
        }
    }
}
