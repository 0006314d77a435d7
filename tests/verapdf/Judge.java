import java.io.File;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.ErrorArgument;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Reference;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Judges PDF files by veraPDF's rules for PDF/A-2a and PDF/UA-1, all in one start of Java.
 *
 * For each file and standard it prints a line: file, standard, number of checks, number of rules
 * failed, and then a line beginning with a tab for each rule that failed.  The profiles are read
 * here, because the jar they come in lacks what veraPDF reads them with (JAXB).
 */
public class Judge {
    private static final PDFAFlavour[] STANDARDS = {PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1};
    private static final String[] FILES = {"PDFA-2A", "PDFUA-1"};

    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (int at = 0; at < STANDARDS.length; at++) {
            ValidationProfile profile = profile(FILES[at], STANDARDS[at]);
            for (String file : files) {
                judge(file, profile, STANDARDS[at]);
            }
        }
    }

    private static void judge(String file, ValidationProfile profile, PDFAFlavour standard)
            throws Exception {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new File(file), standard);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(profile, true)) {
            ValidationResult result = validator.validate(parser);
            Set<String> failed = new LinkedHashSet<>();
            for (TestAssertion each : result.getTestAssertions()) {
                if (each.getStatus() == TestAssertion.Status.FAILED) {
                    String rule = each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber();
                    if (failed.stream().noneMatch(told -> told.startsWith(rule + " "))) {
                        failed.add(rule + " " + each.getMessage() + " " + each.getLocation().getContext());
                    }
                }
            }
            boolean sound = result.isCompliant() && failed.isEmpty();
            System.out.println(String.join("\t", file, standard.getId(),
                    String.valueOf(result.getTotalAssertions()), sound ? "0" : String.valueOf(Math.max(1, failed.size()))));
            failed.forEach(rule -> System.out.println("\t" + rule));
        }
    }

    private static ValidationProfile profile(String name, PDFAFlavour standard) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        try (InputStream xml = PDFAFlavour.class.getResourceAsStream(
                "/org/verapdf/pdfa/validation/" + name + ".xml")) {
            Element root = factory.newDocumentBuilder().parse(xml).getDocumentElement();
            Set<Rule> rules = new LinkedHashSet<>();
            for (Element rule : children(child(root, "rules"), "rule")) {
                rules.add(rule(rule));
            }
            Set<Variable> variables = new LinkedHashSet<>();
            for (Element each : children(child(root, "variables"), "variable")) {
                variables.add(Profiles.variableFromValues(each.getAttribute("name"),
                        each.getAttribute("object"), text(each, "defaultValue"), text(each, "value")));
            }
            return Profiles.profileFromValues(standard,
                    Profiles.profileDetailsFromValues(name, name, "veraPDF", new java.util.Date(0)),
                    "", rules, variables);
        }
    }

    private static Rule rule(Element rule) {
        Element id = child(rule, "id");
        Element error = child(rule, "error");
        List<ErrorArgument> none = new ArrayList<>();
        List<Reference> references = new ArrayList<>();
        Boolean deferred = rule.hasAttribute("deferred")
                ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
        return Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(
                        PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                        id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
                rule.getAttribute("object"), deferred, rule.getAttribute("tags"),
                text(rule, "description"), text(rule, "test"),
                Profiles.errorFromValues(text(error, "message"), none), references);
    }

    private static Element child(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? null : found.get(0);
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent == null ? null : parent.getFirstChild(); node != null;
                node = node.getNextSibling()) {
            if (node instanceof Element && node.getNodeName().equals(name)) {
                found.add((Element) node);
            }
        }
        return found;
    }

    private static String text(Element parent, String name) {
        Element found = child(parent, name);
        return found == null ? "" : found.getTextContent().trim();
    }
}
