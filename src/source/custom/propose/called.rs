//! What the columns of each field are called, in English and a few other languages.

use super::super::field::Field;

/// The names of the columns of each field, the likelier first, with a bar between; folded as [`words`](super::header::words)
/// folds. The order is that of the guessing: a column goes to the first field that it fits.
pub(super) const CALLED: [(Field, &str); 25] = [
    (Field::DateEnd, "end date|date end|date to|date de fin|date fin|fecha de fin|fecha final|data final"),
    (
        Field::DatePrecision,
        "date precision|time precision|date prec|precision date|precision de la date|precision de fecha",
    ),
    (
        Field::Revised,
        "updated|last updated|updated at|last update|modified|last modified|revised|last edited|timestamp|\
         date de mise a jour|mis a jour|maj|actualizado|fecha de actualizacion|atualizado",
    ),
    (
        Field::Date,
        "date|event date|incident date|date of incident|date of event|attack date|date start|start date|date from|\
         date debut|date de debut|date de l incident|date incident|fecha|fecha del incidente|fecha inicio|datum|\
         data|day|jour",
    ),
    (
        Field::Id,
        "id|record|record id|event id|incident id|incident no|incident number|case id|case no|ref|reference|serial|\
         serial no|serial number|sr no|s no|sno|s|no|nr|n|numero|code|identifiant|identificador",
    ),
    (Field::Latitude, "latitude|lat|latitud|breite"),
    (Field::Longitude, "longitude|lon|long|lng|longitud|laenge"),
    (
        Field::PlacePrecision,
        "place precision|location precision|geo precision|geoprecision|where prec|precision du lieu|precision lieu|\
         precision geografica",
    ),
    (Field::Country, "country|pays|pais|land|country name"),
    (
        Field::Region,
        "province|region|state|governorate|oblast|admin 1|adm 1|admin level 1|state province|provincia|departement|\
         departamento|estado|wilaya|provinz",
    ),
    (
        Field::District,
        "district|county|admin 2|adm 2|municipality|tehsil|lga|cercle|commune|arrondissement|distrito|municipio",
    ),
    (
        Field::Place,
        "place|town|city|village|locality|settlement|location|site|localite|ville|lieu|localidad|ciudad|lugar|\
         cidade|ort",
    ),
    (
        Field::Suicide,
        "suicide|suicide attack|suicide bombing|is suicide|suicide flag|attaque suicide|attentat suicide|kamikaze|\
         suicida|ataque suicida",
    ),
    (Field::Success, "success|successful|succes|reussi|exito"),
    (
        Field::Claim,
        "claim|claim status|claim state|claimed|responsibility|claim of responsibility|revendication|revendique|\
         reivindicacion|reivindicado",
    ),
    (
        Field::Suspected,
        "suspected|attribution|attribution status|certainty|confidence|suspecte|sospechado|atribucion|certeza",
    ),
    (Field::Initiators, "initiator|initiators|initiateur"),
    (Field::Allies, "allies|ally|associated groups|supporting groups|allie|aliado|aliados"),
    (
        Field::Groups,
        "groups|group|armed group|armed groups|group name|perpetrator|perpetrators|perpetrator group|\
         responsible group|militant group|actor|actors|organisation|organization|groupe|groupe arme|groupes|auteur|\
         auteurs|grupo|grupos|grupo armado|autor|gruppe|taeter",
    ),
    (
        Field::Kind,
        "kind|record kind|record type|incident type|event type|type of incident|type of event|type|nature|\
         nature of incident|category|type d incident|type incident|type d evenement|tipo|tipo de incidente|\
         tipo de evento|categoria|categorie",
    ),
    (
        Field::Tactic,
        "tactic|tactics|attack type|type of attack|method|mode of attack|modus operandi|weapon|weapon type|\
         incident type|event type|type|nature|tactique|mode operatoire|type d attaque|tactica|tipo de ataque|metodo",
    ),
    (
        Field::Target,
        "target|target type|targets|target category|type of target|cible|type de cible|objetivo|tipo de objetivo|\
         blanco|alvo|ziel",
    ),
    (
        Field::Sources,
        "sources|source|source s|reported by|outlets|media|news source|fuente|fuentes|fonte|quelle|medias",
    ),
    (Field::Related, "related|related incidents|related to|linked to|linked incidents"),
    (Field::Weight, "weight"),
];
